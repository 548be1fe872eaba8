"""`make picture`: the picture in README, of a real run of `course watch` on an exercise that is half done."""

import io
import re
import threading
from pathlib import Path

from rich.console import Console

from grader.course import Course
from grader.grading import Options, checks_of, grade
from grader.language import translated
from grader.outcome import Report
from grader.stub import BEGIN, END, make_stub
from grader.submission import Submission
from grader.watchview import Board, Page, board_view, footer
from grader.zygotes import Zygotes

PICTURE = Path(__file__).with_name("watch.svg")
WIDTH, HEIGHT = 92, 26
EXERCISE = "ex03"
BODIES = 3
KEYS = (
    ("n", "next"), ("h", "hint"), ("l", "list"), ("s", "task"), ("g", "grade"), ("r", "reset"), ("↑↓", "scroll"),
    ("q", "quit"),
)  # fmt: skip
MISTAKE = ("lr * param.grad / batch_size", "lr * param.grad")
"""What the solution says, and what the picture's student wrote."""


def half_done(solution: str) -> str:
    """The stub with its first bodies written, one of them wrong."""
    seen, kept = 0, []
    for line in solution.splitlines():
        seen += line.strip() == BEGIN
        if line.strip() not in (BEGIN, END) or seen > BODIES:
            kept.append(line)
    text = make_stub("\n".join(kept) + "\n")
    assert text.count(MISTAKE[0]) == 1
    return text.replace(*MISTAKE)


def main() -> None:
    """Grade it, draw the board, write the picture."""
    course = Course.find()
    exercise = course.exercise(EXERCISE)
    source = half_done(exercise.solution.read_text(encoding="utf-8")).encode()
    with Zygotes() as zygotes:
        hand_in = Submission(exercise.name, f"exercises/{exercise.file.name}", source)
        options = Options(seed=1, hidden=course.hidden_folders())
        report: Report = grade(exercise, hand_in, zygotes.start(exercise), options, stop=threading.Event())
    results = {check.id: check for check in report.checks}
    title = translated(exercise.title)
    board = Board(exercise, title, checks_of(exercise.checks), results, {}, report)
    foot = footer(KEYS, f"Edit exercises/{exercise.file.name}; each save is graded.", WIDTH)
    console = Console(record=True, width=WIDTH, height=HEIGHT, force_terminal=True, file=io.StringIO())
    whole, short = board_view(board, "")
    console.print(Page(whole, foot, short))
    svg = console.export_svg(title=f"course watch {EXERCISE}", unique_id="course")
    # A picture in a page may not load a font from elsewhere; without one it takes what the machine has.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    PICTURE.write_text(svg, encoding="utf-8")
    print(f"written: {PICTURE}")


if __name__ == "__main__":
    main()

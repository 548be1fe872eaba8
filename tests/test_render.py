from io import StringIO

import pytest
from rich.console import Console

from grader.outcome import CheckResult, Status
from grader.render import show_report
from tests.test_outcome import report


def check(status, **changes):
    fields = {
        "id": "a", "title": "f gives x", "function": "f", "status": status, "max_points": 2.0, "held_back": False,
        "message": "It is wrong.", "hint": "Which x?", "output": "", "duration_s": 0.0,
    }  # fmt: skip
    return CheckResult(**(fields | changes))


def shown(*checks, width=80, next_step="Next."):
    console = Console(file=StringIO(), width=width)
    show_report(console, report(*checks), next_step)
    return console.file.getvalue()


def test_a_failed_check_shows_its_message_and_hint_and_the_next_step():
    text = shown(check(Status.FAILED))
    for words in ("0 of 2 points", "✘", "f gives x", "It is wrong.", "Hint: Which x?", "Next."):
        assert words in text


def test_a_held_back_check_shows_title_and_hint_only():
    text = shown(check(Status.FAILED, held_back=True, message=""))
    assert "held back" in text
    assert "Which x?" in text


def test_an_error_that_all_checks_share_shows_once():
    text = shown(*(check(Status.ERROR, id=str(number), message="line 3: invalid syntax") for number in range(6)))
    assert text.count("invalid syntax") == 1
    assert "5 more not passed" in text


def test_printed_text_is_shown_and_cut():
    text = shown(check(Status.FAILED, output="\n".join(f"row{number}" for number in range(100))))
    assert "row0" in text
    assert "88 more lines" in text


def test_square_brackets_are_no_markup():
    assert "[red]" in shown(check(Status.FAILED, message="[red] x"))


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width):
    text = shown(check(Status.FAILED, title="a title of many words " * 6), width=width)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width


def test_our_own_fault_is_said():
    assert "no fault of yours" in shown(check(Status.GRADER_ERROR))


def test_points_that_wait_for_a_gpu_are_said():
    assert "2 more wait for a GPU" in shown(check(Status.PASSED), check(Status.SKIPPED, id="b"))


def test_common_causes_stand_under_the_hint():
    text = shown(check(Status.FAILED, causes=("The sum is a mean.",)))
    assert text.index("Hint: Which x?") < text.index("The sum is a mean.")


def test_common_causes_show_once_something_was_written():
    causes = ("The mean is taken twice.",)
    assert "The mean is taken twice." in shown(check(Status.FAILED, causes=causes))
    assert "The mean is taken twice." not in shown(check(Status.NOT_STARTED, causes=causes))

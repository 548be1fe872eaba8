import io
import time

from rich.console import Console

from grader.batch import Count
from grader.batchview import duration, progress_line, show_changes, show_end


def printed(show):
    console = Console(file=io.StringIO(), width=60)
    show(console)
    return console.file.getvalue()


def test_a_line_says_what_is_left_at_which_pace_and_what_went_wrong():
    count = Count(300, graded=100, kept=20, notes={"a": "empty"}, begun=time.monotonic() - 50)
    assert progress_line(count) == "120 of 300, 2.0 a second, 1:30 to go, 1 to look at"
    assert progress_line(Count(3)) == "0 of 3"


def test_durations():
    assert [duration(seconds) for seconds in (0, 44.4, 61, 3909)] == ["0:00", "0:44", "1:01", "1:05:09"]


def test_the_end_lists_at_most_so_many_and_counts_all():
    count = Count(100, graded=1, faults={f"student{number}": "lost" for number in range(30)})
    text = printed(lambda console: show_end(console, count, ("k/essay (no exercise)",)))
    assert "through a fault of the grader (30)" in text
    assert "and 10 more" in text
    assert "k/essay (no exercise)" in text


def test_changes_of_marks():
    text = printed(lambda console: show_changes(console, [("a/ex03", 5.0, 7.5), ("b/ex03", None, 0)], Count(3, graded=2)))
    assert "7.5" in text
    assert "none" in text
    assert "2 of 3 marks change" in text

import io

import pytest
from rich.console import Console
from rich.text import Text

from grader.check import Check
from grader.outcome import Status
from grader.watchview import Board, Page, board_view, footer
from tests.test_outcome import report, result


def shown(renderable, width=60, height=12):
    console = Console(file=io.StringIO(), width=width, height=height, legacy_windows=False)
    console.print(renderable, end="")
    return console.file.getvalue().split("\n")


def lines(count):
    return Text("\n".join(f"line {number}" for number in range(count)))


def check(name):
    return Check(name, f"Title of {name}", "f", 2, ("hint",), False, False, None)


def board(course, *results, before=(), checks=("a", "b"), done=True):
    return Board(
        course.exercise("ex03"), "Linear regression", [check(name) for name in checks],
        {each.id: each for each in results}, {each.id: each for each in before}, report(*results) if done else None,
    )  # fmt: skip


def test_a_page_fills_the_window_and_keeps_its_foot():
    page = shown(Page(lines(3), Text("foot")))
    assert len(page) == 12
    assert [line.strip() for line in page[:3] + page[-1:]] == ["line 0", "line 1", "line 2", "foot"]


def test_a_page_that_is_too_long_says_so_and_scrolls_to_its_end_and_no_further():
    page = Page(lines(30), Text("foot"))
    assert shown(page)[-2].strip() == "↓ 20 more lines"
    page.offset = 5
    assert shown(page)[0].strip() == "line 5"
    page.offset = 1000
    assert [line.strip() for line in shown(page)[-2:]] == ["line 29", "foot"]
    assert page.offset == 19
    page.offset = -5
    assert shown(page)[0].strip() == "line 0"


@pytest.mark.parametrize("height", [1, 2, 3])
def test_a_window_of_a_few_lines_is_filled_and_no_more(height):
    assert len(shown(Page(lines(30), Text("foot"), lines(20)), height=height)) <= height


def test_the_short_form_comes_where_the_whole_does_not_fit():
    assert shown(Page(lines(30), Text("foot"), Text("short")))[0].strip() == "short"
    assert shown(Page(lines(3), Text("foot"), Text("short")))[0].strip() == "line 0"


def test_checks_are_shown_before_and_after_they_ran(course):
    coming = "\n".join(shown(board_view(board(course, done=False), "")[0]))
    assert "grading" in coming and "… 0/2 Title of a" in coming
    half = board(course, result(Status.PASSED, name="a"), before=[result(Status.FAILED, name="b")], done=False)
    text = "\n".join(shown(board_view(half, "")[0]))
    assert "✔ 2/2 Title of a" in text and "✘ 0/2 Title of b" in text


def test_only_the_first_failing_check_is_shown_in_full(course):
    ended = board(course, result(Status.FAILED, name="a"), result(Status.FAILED, name="b"))
    text = "\n".join(shown(board_view(ended, "")[0], height=40))
    assert text.count("message") == 1 and text.count("Hint:") == 1
    assert "0 of 4 points" in text


def test_an_error_that_all_checks_share_is_shown_once_and_marks_none_wrong(course):
    ended = board(course, result(Status.ERROR, name="a"), result(Status.ERROR, name="b"))
    text = "\n".join(shown(board_view(ended, "")[0]))
    assert text.count("message") == 1 and "✘" not in text


def test_why_nothing_was_graded_takes_the_place_of_the_checks(course):
    text = "\n".join(shown(board_view(board(course), "The file is not there.")[0]))
    assert "The file is not there." in text and "Title of a" not in text


def test_the_foot_wraps_between_keys():
    foot = shown(footer([("n", "next"), ("h", "hint"), ("l", "list"), ("q", "quit")], "", 20), width=20)
    assert [line.strip() for line in foot if line.strip()][1:] == ["n next   h hint", "l list   q quit"]

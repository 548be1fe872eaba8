import io

import pytest
from rich.cells import cell_len
from rich.console import Console, Group

from grader.prose import CLOSING, OPENING, Prose, breaks

CHINESE = "提示：把你的更新与公式对照：符号对吗？改变的是调用者的张量（它的 `.data`），还是只是一个局部变量名？"


def lines(text, width):
    """What a terminal of this many columns shows."""
    out = io.StringIO()
    Console(file=out, width=width).print(Group(text))
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("width", range(12, 60))
def test_a_chinese_line_neither_begins_with_a_closing_mark_nor_ends_with_an_opening_one(width):
    shown = lines(Prose(CHINESE), width)
    assert "".join(shown).replace(" ", "") == CHINESE.replace(" ", "")
    assert max(map(cell_len, shown)) <= width
    assert all(line[0] not in CLOSING and line[-1] not in OPENING for line in shown)
    assert all(cell_len(line) > width - 12 for line in shown[:-1])


def test_an_english_line_is_broken_at_spaces():
    assert lines(Prose("which product takes it"), 14) == ["which product", "takes it"]


def test_a_word_that_is_too_long_is_cut():
    assert breaks("值 abcdefghijkl", 6) == [2, 8]
    assert lines(Prose("值 abcdefghijkl"), 6) == ["值", "abcdef", "ghijkl"]


def test_styles_and_line_ends_are_kept():
    text = Prose.assemble(("提示：", "yellow"), "第一行\n第二行")
    assert lines(text, 40) == ["提示：第一行", "第二行"]

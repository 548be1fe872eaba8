import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.text import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\n\ttext", "plain\n\ttext"),
        ("\x1b[1mbold\x1b[0m", "bold"),
        ("\x1b]0;title\x07x", "x"),
        ("a\x00b\x08c", "a�b�c"),
        ("progress 1\rprogress 2", "progress 1�progress 2"),
        ("line\r\nline", "line\nline"),
        ("线性回归 ½(ŷ − y)²", "线性回归 ½(ŷ − y)²"),
        ("\u202ereversed", "�reversed"),
    ],
)
def test_what_is_left(text, shown):
    assert printable(text) == shown


@given(st.text())
def test_nothing_that_moves_a_cursor_is_left(text):
    assert all(letter in "\n\t" or letter.isprintable() or letter.isspace() for letter in printable(text))

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.plots import HEIGHT, LEFT, WIDTH, plot


def test_values_that_fall_a_thousandfold_are_logarithmic():
    assert plot([("got", [1000.0, 100.0, 1.0])]).logarithmic
    assert not plot([("got", [3.0, 2.0, 1.0])]).logarithmic
    assert not plot([("got", [1000.0, 1.0, -1.0])]).logarithmic


def test_a_line_ends_where_values_are_no_longer_finite():
    drawn = plot([("got", [1.0, 2.0, math.nan, 3.0]), ("want", [1.0, 2.0, 3.0, 4.0])])
    assert [len(line.points) for line in drawn.lines] == [2, 4]
    assert plot([("got", [math.nan])]) is None
    assert plot([]) is None


def test_steps_count_from_one():
    drawn = plot([("got", [4.0, 3.0, 2.0])], first=1)
    assert [label for _, label in drawn.x_ticks] == ["1", "2", "3"]


@pytest.mark.filterwarnings("error")
@given(
    st.lists(st.floats(allow_nan=True, width=32), min_size=1, max_size=30),
    st.lists(st.floats(allow_nan=True), max_size=30),
)
def test_everything_lies_inside(values, want):
    drawn = plot([("got", values), ("want", want)], (want, want))
    if drawn is None:
        return
    points = [point for line in drawn.lines for point in line.points]
    points += [(x, drawn.bottom) for x, _ in drawn.x_ticks] + [(LEFT, y) for y, _ in drawn.y_ticks]
    assert all(LEFT - 1 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert len(drawn.y_ticks) <= 12

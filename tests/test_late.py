"""What being late costs."""

from datetime import UTC, datetime

import pytest

from grader.errors import CourseError
from grader.late import DAY_S, Policy


@pytest.mark.parametrize(
    ("policy", "days", "lost"),
    [
        (Policy(), 30, 0),
        (Policy(share_per_day=0.1), 0, 0),
        (Policy(share_per_day=0.1), 1 / 86400, 1),
        (Policy(share_per_day=0.1), 1, 1),
        (Policy(share_per_day=0.1), 1.5, 2),
        (Policy(share_per_day=0.1, free_days=2), 1.9, 0),
        (Policy(share_per_day=0.1, free_days=2), 2.5, 1),
        (Policy(share_per_day=0.3, most=0.5), 9, 5),
        (Policy(share_per_day=0.3), 9, 10),
    ],
)
def test_each_day_begun_costs_its_share_of_what_was_earned(policy, days, lost):
    assert policy.penalty(10, days * DAY_S) == pytest.approx(lost)


def test_course_toml_may_say_nothing(tmp_path):
    assert Policy.of(tmp_path) == Policy()
    (tmp_path / "course.toml").write_text("[limits]\ncheck_s = 5\n")
    assert Policy.of(tmp_path) == Policy()


def test_due_dates_are_taken_with_their_time_zone(tmp_path):
    (tmp_path / "course.toml").write_text("[due]\nex03 = 2026-03-01T23:30:00+08:00\n")
    assert Policy.of(tmp_path).due == {"ex03": datetime(2026, 3, 1, 15, 30, tzinfo=UTC)}


@pytest.mark.parametrize(
    "text", ["[late]\nper_day = 1", "[late]\nmost = -1", "[late]\nmost = 'all'", "[due]\nex03 = 'March'", "[[["]
)
def test_what_it_cannot_mean_is_said(tmp_path, text):
    (tmp_path / "course.toml").write_text(text)
    with pytest.raises(CourseError, match=r"course\.toml"):
        Policy.of(tmp_path)

"""The grade tables of the platforms."""

import csv
import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.export import FORMATS, grade_table
from grader.gradebook import Mark, Person

PEOPLE = (Person("ada", "Ada", "Lovelace, Countess", "ada@x.org", "4711"), Person("=1+1", "", "", "", ""))
EXERCISES = {"ex03_sgd": 10.0, "ex05_softmax": 7.5}
MARKS = (
    Mark("ada", "ex03_sgd", 8.5, 10, 0.5, False, datetime(2026, 3, 1, 12, tzinfo=UTC), 3725.0),
    Mark("=1+1", "ex05_softmax", 0, 7.5, 0, False, None),
)
COURSE = str(Path(sys.executable).with_name("course"))


def rows(kind):
    return list(csv.reader(io.StringIO(grade_table(kind, PEOPLE, EXERCISES, MARKS), newline="")))


def test_csv():
    assert rows("csv") == [
        ["student", "last_name", "first_name", "email", "ex03_sgd", "ex05_softmax", "total", "possible"],
        ["ada", "Lovelace, Countess", "Ada", "ada@x.org", "8.5", "", "8.5", "17.5"],
        ["'=1+1", "", "", "", "", "0", "0", "17.5"],
    ]


def test_canvas_has_the_points_in_the_second_row():
    head, possible, ada, _ = rows("canvas")
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "ex03_sgd", "ex05_softmax"]
    assert possible == ["    Points Possible", "", "", "", "", "10", "7.5"]
    assert ada == ["Lovelace, Countess, Ada", "4711", "ada", "ada", "", "8.5", ""]


def test_moodle_can_match_by_name_number_or_address():
    head, ada, _ = rows("moodle")
    assert head == ["Username", "First name", "Last name", "ID number", "Email address", "ex03_sgd", "ex05_softmax"]
    assert ada == ["ada", "Ada", "Lovelace, Countess", "4711", "ada@x.org", "8.5", ""]


def test_gradescope_has_times_and_lateness():
    head, ada, other = rows("gradescope")
    assert head[4:8] == [
        "ex03_sgd", "ex03_sgd - Max Points", "ex03_sgd - Submission Time", "ex03_sgd - Lateness (H:M:S)",
    ]  # fmt: skip
    assert ada[2:8] == ["4711", "ada@x.org", "8.5", "10", "2026-03-01 12:00:00 +0000", "01:02:05"]
    assert other[4:8] == ["", "10", "", ""]
    assert (head[-1], ada[-1], other[-1]) == ("Total Lateness (H:M:S)", "01:02:05", "00:00:00")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_row_has_every_column(kind):
    assert len({len(row) for row in rows(kind)}) == 1


def test_no_gradebook_is_one_sentence(tmp_path):
    run = subprocess.run(
        [COURSE, "export", "--to", "g.csv"], cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("course: There is no gradebook gradebook.db.")
    assert not (tmp_path / "g.csv").exists()

"""The grade table, from the gradebook, in the columns that a learning platform reads.

csv: a row for each student, a column for each exercise, and the total.
canvas: "Gradebook CSV", docs: community.canvaslms.com, *How do I import grades in the Gradebook*: Student, ID, SIS
    User ID, SIS Login ID, Section, then a column for each assignment; the second row gives its points.
moodle: docs.moodle.org, *Grade import*: any columns; the user is matched by `Email address`, `ID number` or `Username`.
gradescope: the columns of its own *Download Grades*: First Name, Last Name, SID, Email, then for each assignment the
    score, `- Max Points`, `- Submission Time` and `- Lateness (H:M:S)`, and `Total Lateness (H:M:S)` at the end.
"""

import csv
import io
from collections.abc import Sequence

from grader.gradebook import Mark, Person
from grader.render import points

FORMATS = ("csv", "canvas", "moodle", "gradescope")


def grade_table(
    kind: str, people: Sequence[Person], exercises: dict[str, float], marks: Sequence[Mark]
) -> str:
    """The table as CSV. Who handed nothing in has an empty cell, which platforms read as *no grade*.

    Args:
        kind: one of `FORMATS`.
        people: everybody in the gradebook.
        exercises: names with their points, in the order of the columns.
        marks: what there is.
    """
    by_cell = {(mark.student, mark.exercise): mark for mark in marks}
    text = io.StringIO()
    # Excel, Canvas and Moodle all read RFC 4180: commas, double quotes, CRLF.
    writer = csv.writer(text)
    rows = {"csv": _plain, "canvas": _canvas, "moodle": _moodle, "gradescope": _gradescope}[kind]
    for row in rows(people, exercises, by_cell):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue()


Cells = dict[tuple[str, str], Mark]


def _plain(people: Sequence[Person], exercises: dict[str, float], cells: Cells) -> list[list[str]]:
    rows = [["student", "last_name", "first_name", "email", *exercises, "total", "possible"]]
    for person in people:
        mine = [cells.get((person.id, name)) for name in exercises]
        total = points(sum(mark.score for mark in mine if mark))
        scores = [_score(mark) for mark in mine]
        possible = points(sum(exercises.values()))
        rows.append([person.id, person.last_name, person.first_name, person.email, *scores, total, possible])
    return rows


def _canvas(people: Sequence[Person], exercises: dict[str, float], cells: Cells) -> list[list[str]]:
    rows = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *exercises],
        ["    Points Possible", "", "", "", "", *(points(value) for value in exercises.values())],
    ]
    for person in people:
        name = ", ".join(part for part in (person.last_name, person.first_name) if part) or person.id
        scores = [_score(cells.get((person.id, exercise))) for exercise in exercises]
        rows.append([name, person.platform_id, person.id, person.id, "", *scores])
    return rows


def _moodle(people: Sequence[Person], exercises: dict[str, float], cells: Cells) -> list[list[str]]:
    rows = [["Username", "First name", "Last name", "ID number", "Email address", *exercises]]
    for person in people:
        scores = [_score(cells.get((person.id, exercise))) for exercise in exercises]
        rows.append([person.id, person.first_name, person.last_name, person.platform_id, person.email, *scores])
    return rows


def _gradescope(people: Sequence[Person], exercises: dict[str, float], cells: Cells) -> list[list[str]]:
    parts = ("", " - Max Points", " - Submission Time", " - Lateness (H:M:S)")
    columns = [f"{name}{part}" for name in exercises for part in parts]
    rows = [["First Name", "Last Name", "SID", "Email", *columns, "Total Lateness (H:M:S)"]]
    for person in people:
        row = [person.first_name, person.last_name, person.platform_id or person.id, person.email]
        for name, possible in exercises.items():
            mark = cells.get((person.id, name))
            at = mark.handed_in_at.strftime("%Y-%m-%d %H:%M:%S +0000") if mark and mark.handed_in_at else ""
            row += [_score(mark), points(possible), at, _clock(mark.late_s) if mark else ""]
        late_s = sum(cells[person.id, name].late_s for name in exercises if (person.id, name) in cells)
        rows.append([*row, _clock(late_s)])
    return rows


def _score(mark: Mark | None) -> str:
    return "" if mark is None else f"{round(mark.score, 2):g}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}"


def _harmless(cell: str) -> str:
    """A student's name or id that a spreadsheet would run as a formula, made text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell

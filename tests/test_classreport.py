import pytest

from grader.classreport import class_page
from grader.course import Graded
from grader.handins import HandIn
from grader.journal import Journal
from grader.outcome import CheckResult, Report, Status
from grader.plan import Ledger
from grader.results import Results


@pytest.fixture
def page(tmp_path, course):
    """The report of a class of four: right, wrong, not started, and one that nobody could read; one is not graded."""
    exercise = course.exercise("ex03")
    outcomes = {
        "alice": (Status.PASSED, ""), "bob": (Status.FAILED, "<b>wrong</b>"), "carol": (Status.NOT_STARTED, ""),
        "dave": (Status.ERROR, "dave/ex03_sgd is empty"),
    }  # fmt: skip
    with Journal(tmp_path / "journal.jsonl", write=True) as journal:
        ledger = Ledger()
        for student, (status, message) in outcomes.items():
            checks = (
                CheckResult("first", "The first check", "linreg", Status.PASSED, 4, False, "", "", "", 0.1),
                CheckResult("second", "The second check", "sgd", status, 6, False, message, "", "", 2.5),
            )
            notes = ("Both <a.py> and a.ipynb were handed in.",) if student == "alice" else ()
            report = Report(exercise.name, "a.py", "00", 1, {"torch": "2.9", "sandbox": {"mounts": "held"}}, 1.0, checks, notes)
            entry = {
                "kind": "graded", "student": student, "exercise": exercise.name, "part": "all", "key": "", "checks": "",
                "needs_person": message if student == "dave" else "", "at": "", "report": report.plain(),
            }  # fmt: skip
            ledger.note(journal.append(entry), entry)
        hand_ins = [HandIn(student, exercise, tmp_path) for student in [*outcomes, "erin"]]
        results = Results(Graded(tmp_path), journal, ledger, None, catching_up=False)
        return class_page(course, hand_ins, results, ledger, "2025-01-31")


def test_it_has_the_numbers_of_the_class(page):
    assert "4 hand-ins of 4 students, 2025-01-31" in page
    text = " ".join(page.split())
    assert "1 of 2</span>" in text  # of those who tried the second check and could be read
    assert "2.50 s" in page
    assert "1 of 1 layers held" in page
    assert 'aria-label="Distribution of marks of 4 hand-ins, 0 to 10 points"' in page


def test_it_lists_who_needs_a_person(page):
    assert "Hand-ins that need a person (2)" in page
    assert "<strong>dave/ex03_sgd</strong> dave/ex03_sgd is empty" in page
    assert "<strong>erin/ex03_sgd</strong> not graded yet" in page


def test_it_says_how_hand_ins_were_read(page):
    assert "How other hand-ins were read (1)" in page
    assert "<strong>alice/ex03_sgd</strong> Both &lt;a.py&gt; and a.ipynb were handed in." in page


def test_what_a_hand_in_said_is_text_and_nothing_is_fetched_or_run(page):
    assert "&lt;b&gt;wrong&lt;/b&gt;" in page
    assert "<script" not in page
    assert "src=" not in page
    assert not [part for part in page.split("http")[1:] if not part.startswith(("-equiv", "://www.w3.org"))]


def test_its_colours_are_those_of_the_page(page):
    chart = page[page.index("<svg") : page.index("</svg>")]
    assert "currentColor" in chart
    assert "var(--link)" in chart

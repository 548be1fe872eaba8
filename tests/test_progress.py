from grader.course import Course
from grader.outcome import Status
from grader.progress import Progress
from tests.test_outcome import report, result


def test_marks_are_remembered_and_the_best_is_kept(tmp_path):
    course = Course(tmp_path)
    good, bad = report(result(Status.PASSED)), report(result(Status.FAILED))
    Progress(course).record(good)
    Progress(course).record(bad)
    entry = Progress(course).get("ex03_sgd")
    assert (entry.score, entry.best, entry.tries, entry.open_checks) == (0, 2, 2, ("a",))


def test_hints_given_are_forgotten_once_their_check_is_passed(tmp_path):
    progress = Progress(Course(tmp_path))
    progress.record(report(result(Status.FAILED)))
    progress.record_hint("ex03_sgd", ("a",))
    assert Progress(Course(tmp_path)).get("ex03_sgd").hinted == ("a",)
    progress.record(report(result(Status.PASSED)))
    assert progress.get("ex03_sgd").hinted == ()


def test_a_spoilt_file_is_no_obstacle(tmp_path):
    (tmp_path / ".course").mkdir()
    (tmp_path / ".course" / "progress.json").write_text("{half")
    progress = Progress(Course(tmp_path))
    assert progress.get("ex03_sgd") is None
    progress.record(report(result(Status.PASSED)))
    assert Progress(Course(tmp_path)).get("ex03_sgd").score == 2


def test_what_the_last_run_said_is_kept_for_hints(tmp_path):
    progress = Progress(Course(tmp_path))
    progress.record(report(result(Status.FAILED)))
    assert Progress(Course(tmp_path)).get("ex03_sgd").messages == {"a": result(Status.FAILED).message}
    progress.record(report(result(Status.NOT_STARTED)))
    assert progress.get("ex03_sgd").messages == {}


def test_a_check_that_waits_for_a_gpu_is_not_open(tmp_path):
    progress = Progress(Course(tmp_path))
    progress.record(report(result(Status.SKIPPED)))
    assert progress.get("ex03_sgd").complete


def test_where_the_student_is_is_remembered_beside_the_marks(tmp_path):
    progress = Progress(Course(tmp_path))
    assert progress.current is None
    progress.stay_at("ex04_linear_concise")
    progress.record(report(result(Status.PASSED)))
    assert Progress(Course(tmp_path)).current == "ex04_linear_concise"


def test_a_file_of_an_earlier_version_is_read(tmp_path):
    (tmp_path / ".course").mkdir()
    (tmp_path / ".course" / "progress.json").write_text(
        '{"format": 1, "exercises": {"ex03_sgd": {"score": 2, "max_score": 10, "best": 2, "tries": 1,'
        ' "graded_at": "", "open_checks": ["a"], "hinted": ["a"]}}}'
    )
    assert Progress(Course(tmp_path)).get("ex03_sgd").steps["a"] == 1

import pytest

from grader.course import Course, Exercise
from grader.errors import BrokenChecks, CourseError, CourseNotFound, UnknownExercise


@pytest.mark.parametrize("wanted", ["ex03", "ex03_sgd", "EX03", "exercises/ex03_sgd.py", "ex03_sgd.ipynb"])
def test_an_exercise_answers_to_its_id_its_name_and_its_file(course, wanted):
    assert course.exercise(wanted).name == "ex03_sgd"


@pytest.mark.parametrize(("wanted", "near"), [("ex3", "ex03"), ("ex99", "ex"), ("sgd", "ex03_sgd")])
def test_an_unknown_exercise_suggests_a_near_one(course, wanted, near):
    with pytest.raises(UnknownExercise, match=f"There is no exercise {wanted}.*course list"):
        course.exercise(wanted)
    with pytest.raises(UnknownExercise, match=f"Did you mean {near}"):
        course.exercise(wanted)


def test_the_course_is_found_from_a_folder_inside_it(course, monkeypatch):
    monkeypatch.chdir(course.root / "exercises")
    assert Course.find().root == course.root


def test_a_named_folder_without_exercises_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_ROOT", str(tmp_path))
    with pytest.raises(CourseNotFound, match="COURSE_ROOT"):
        Course.find()


def test_every_exercise_has_its_files_under_one_name(course):
    for exercise in course.exercises:
        assert exercise.solution.exists(), exercise.name
        assert exercise.file.exists(), exercise.name
        assert exercise.checks.exists(), exercise.name


def test_settings_are_read_without_running_the_file(monkeypatch, tmp_path):
    monkeypatch.setattr("grader.course.CHECKS", tmp_path)
    exercise = Exercise("ex98_x", tmp_path)
    exercise.checks.write_text('LIBRARIES = ("torch", "torchvision")\nLIMITS = {"check_s": 3}\nraise SystemExit\n')
    assert exercise.libraries == ("torch", "torchvision")
    assert exercise.limits.check_s == 3
    assert exercise.data == ()


def test_settings_that_are_no_literals_are_our_fault(monkeypatch, tmp_path):
    monkeypatch.setattr("grader.course.CHECKS", tmp_path)
    exercise = Exercise("ex98_x", tmp_path)
    exercise.checks.write_text("LIMITS = make()\n")
    with pytest.raises(BrokenChecks):
        _ = exercise.settings


def test_the_instructors_limits_come_last(monkeypatch, tmp_path):
    monkeypatch.setattr("grader.course.CHECKS", tmp_path)
    exercise = Exercise("ex98_x", tmp_path)
    exercise.checks.write_text('LIMITS = {"check_s": 3, "memory_mb": 99}\n')
    (tmp_path / "course.toml").write_text("[limits]\ncheck_s = 5\noutput_kb = 2\n[limits.ex98]\ncheck_s = 7\n")
    assert (exercise.limits.check_s, exercise.limits.memory_mb, exercise.limits.output_kb) == (7, 99, 2)


@pytest.mark.parametrize("text", ["[limits]\npatience = 1", "[limits]\ncheck_s = 'x'", "limits = 3", "[", "[limits]\ncpu_s = 1.5"])
def test_limits_that_make_no_sense_are_one_sentence(monkeypatch, tmp_path, text):
    monkeypatch.setattr("grader.course.CHECKS", tmp_path)
    exercise = Exercise("ex98_x", tmp_path)
    exercise.checks.write_text("")
    (tmp_path / "course.toml").write_text(text)
    with pytest.raises(CourseError, match=r"course\.toml"):
        _ = exercise.limits


def test_a_limit_that_does_not_exist_is_an_error():
    from grader.limits import Limits

    with pytest.raises(ValueError, match="patience"):
        Limits().changed({"patience": 3})

"""The examples in the task texts: run against the solutions, each exercise in a process of its own."""

import doctest
import subprocess
import sys

import pytest

from grader.course import Course
from grader.environment import installed

EXERCISES = Course.find().exercises


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_the_examples_are_right(exercise, tmp_path):
    if "tensorflow" in exercise.libraries and not installed("tensorflow"):
        pytest.skip("TensorFlow is not installed")
    examples = doctest.DocTestParser().get_examples(exercise.solution.read_text())
    assert examples, "the task text has no example"
    program = (
        "import sys, doctest, importlib.util as u\n"
        + ("" if "tensorflow" in exercise.libraries else "sys.modules['tensorflow'] = None\n")
        + f"spec = u.spec_from_file_location({exercise.name!r}, {str(exercise.solution)!r})\n"
        "module = u.module_from_spec(spec); sys.modules[spec.name] = module; spec.loader.exec_module(module)\n"
        "result = doctest.testmod(module)\n"
        "assert result.attempted\n"
        "sys.exit(result.failed)"
    )
    (tmp_path / "datasets").symlink_to(exercise.datasets)
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_the_task_text_can_be_shown(exercise):
    from grader.tasktext import task_text

    text = task_text(exercise)
    assert text.startswith(f"# {exercise.name}")
    assert "BEGIN SOLUTION" not in text

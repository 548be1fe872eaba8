"""A release: what is in it, what never is, and whose files it leaves alone."""

import io
import os
import re
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import nbformat
import pytest

from grader import release as module
from grader.assignment import source_notebook
from grader.bundle import student_bundle
from grader.course import Release
from grader.files import write_bytes_whole
from grader.grading import checks_of
from grader.release import make_release
from grader.stripped import strip, template
from grader.stub import make_stub, solution_lines

COURSE = str(Path(sys.executable).with_name("course"))
# Lines of solutions that any PyTorch program has; they give nothing away.
GENERIC = re.compile(
    r"return \w+(, \w+)*|with torch\.no_grad\(\):|super\(\).__init__\(\)|loss\.backward\(\)|for _ in range\(\w+\):"
    r"|optimizer\.(zero_grad|step)\(\)|model\.eval\(\)|for images, labels in loader:"
)


@pytest.fixture(scope="module")
def chosen(course):
    return [course.exercise("ex03"), course.exercise("ex12")]


@pytest.fixture(scope="module")
def release(course, chosen, tmp_path_factory):
    folder = tmp_path_factory.mktemp("release")
    make_release(course, chosen, folder)
    return Release(folder)


@pytest.fixture(scope="module")
def bundle(course):
    """The texts of the bundle with all exercises, by name."""
    with zipfile.ZipFile(io.BytesIO(student_bundle(course, course.exercises))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def student(release, tmp_path_factory):
    """A student's computer: the bundle unpacked and installed, by pip, into a folder of its own."""
    folder = tmp_path_factory.mktemp("student")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", folder / "site", release.bundle], check=True, timeout=120)
    with zipfile.ZipFile(release.bundle) as archive:
        archive.extractall(folder)

    def run(*arguments):
        environment = {**os.environ, "PYTHONPATH": str(folder / "site"), "NO_COLOR": "1", "COLUMNS": "100"}
        program = [sys.executable, folder / "site" / "bin" / "course"]
        return subprocess.run(
            [*program, *arguments], cwd=folder / "course", env=environment, capture_output=True, text=True, timeout=120
        )

    run.folder = folder / "course"
    return run


def contents(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_twice_gives_the_same_bytes(course, chosen, release, tmp_path):
    make_release(course, chosen, tmp_path)
    ours = {name: data for name, data in contents(tmp_path).items() if name.suffix != ".db"}
    assert ours == {name: data for name, data in contents(release.root).items() if name.suffix != ".db"}
    before = contents(tmp_path)
    again = make_release(course, chosen, tmp_path)
    assert (again.written, again.kept, len(again.unchanged)) == ([], [], 6)
    assert contents(tmp_path) == before


def test_no_line_of_a_solution_is_given_away(course, chosen, release, bundle):
    texts = [data.decode() for name, data in bundle.items() if name.endswith((".py", ".md", ".toml", ".html"))]
    for path in release.course_folder.joinpath("release").rglob("*.ipynb"):
        texts += [cell.source for cell in nbformat.read(path, 4).cells]
    lines = {line.strip() for text in texts for line in text.splitlines()}
    for exercise in course.exercises:
        secret = solution_lines(exercise.solution.read_text())
        assert secret
        assert [line for line in secret if line in lines and not GENERIC.fullmatch(line)] == [], exercise.name


def test_nothing_of_a_held_back_check_is_in_the_bundle(course, bundle):
    everything = b"\0".join(bundle.values()).decode("utf-8", "replace")
    catalogues = [data for name, data in bundle.items() if name.endswith(".mo")]
    translated = {template(text) for data in catalogues for text in re.split("[\0\4]", data.decode("utf-8", "replace"))}
    assert catalogues and "Hint: " in everything
    others = {text for exercise in course.exercises for text in strip(exercise.checks.read_text()).texts}
    held_back = 0
    for exercise in course.exercises:
        for check in checks_of(exercise.checks):
            if check.held_back:
                held_back += 1
                assert f"test_{check.id}" not in everything
                assert check.title not in everything
        for secret in strip(exercise.checks.read_text()).secrets:
            told_anyway = any(secret in text for text in others)
            assert len(secret) < 25 or told_anyway or secret not in everything, secret
            assert len(secret) < 12 or secret not in translated or secret in others, secret
    assert held_back >= len(course.exercises)


def test_neither_solutions_nor_mutants_nor_tests_are_in_the_bundle(bundle):
    names = "\n".join(bundle)
    assert not re.search(r"solutions/|tests/|mutants|alternatives|attacks|\.git|\.pyc|\.course/", names)
    assert "course/exercises/ex03_sgd.py" in bundle
    assert "course/datasets/ants_bees/train/ants/ant_00.png" in bundle
    assert "course/datasets/cifar10_small/cifar-10-batches-py/test_batch" in bundle
    assert bundle["course/exercises/ex03_sgd.py"] == bundle["course/grader/stubs/ex03_sgd.py"]


def test_a_released_notebook_has_stubs_and_no_hidden_test(chosen, release):
    for exercise in chosen:
        cells = nbformat.read(release.released(exercise), 4).cells
        text = "\n".join(cell.source for cell in cells)
        assert "SOLUTION" not in text and "HIDDEN" not in text
        marks = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
        for check in checks_of(exercise.checks):
            assert marks[check.id].metadata.nbgrader.points == check.points
            assert (f'check("{exercise.id}", "{check.id}")' in marks[check.id].source) is not check.held_back
        stub = make_stub(exercise.solution.read_text())
        code = [cell.source for cell in cells if cell.cell_type == "code"]
        assert all(part in stub for name, cell in marks.items() if "solution-" in name for part in [cell.source])
        assert code[0].startswith("import")


def test_ids_stay_when_other_checks_come_and_go(course):
    exercise = course.exercise("ex03")
    ids = [cell.id for cell in source_notebook(exercise).cells]
    assert ids == [cell.id for cell in source_notebook(exercise).cells]
    assert "check-sgd-moves-each-parameter" in ids and "solution-sgd" in ids


def test_every_exercise_makes_a_valid_notebook(course):
    for exercise in course.exercises:
        made = source_notebook(exercise)
        nbformat.validate(made)
        points = [cell.metadata.nbgrader.points for cell in made.cells if cell.metadata.get("nbgrader", {}).get("grade")]
        assert sum(points) == pytest.approx(10), exercise.name


def test_what_a_person_changed_is_kept(course, chosen, tmp_path):
    mine = Release(tmp_path)
    mine.config.parent.mkdir()
    mine.config.write_text("c = get_config()  # my own\n")
    first = make_release(course, chosen[:1], tmp_path)
    assert first.kept == ["nbgrader/nbgrader_config.py"]
    released = mine.released(chosen[0])
    released.write_text("mine")
    mine.bundle.write_bytes(b"mine too")
    second = make_release(course, chosen[:1], tmp_path)
    assert set(second.kept) == {"nbgrader/nbgrader_config.py", "course.zip", mine.shown(released)}
    assert (released.read_text(), mine.bundle.read_bytes()) == ("mine", b"mine too")
    assert mine.config.read_text() == "c = get_config()  # my own\n"


def test_after_a_run_that_was_stopped_the_next_one_knows_its_own_files(course, chosen, release, tmp_path, monkeypatch):
    writes = 0

    def write(path, data, stop_after=0):
        nonlocal writes
        write_bytes_whole(path, data)
        writes += 1
        if writes == stop_after:
            raise KeyboardInterrupt

    # The fifth is nbgrader_config.py, before it is remembered as written.
    monkeypatch.setattr(module, "write_bytes_whole", partial(write, stop_after=5))
    monkeypatch.setattr(module, "CONFIG", "c = get_config()  # as an earlier course had it\n")
    with pytest.raises(KeyboardInterrupt):
        make_release(course, chosen, tmp_path)
    monkeypatch.undo()
    assert make_release(course, chosen, tmp_path).kept == []
    ours, theirs = ({n: data for n, data in contents(root).items() if n.suffix != ".db"} for root in (tmp_path, release.root))
    assert ours == theirs


def test_a_student_installs_it_and_works(student, course):
    assert "ex03_sgd" in student("list").stdout
    assert "squared_loss(y_hat, y)" in student("show", "ex03").stdout
    assert "Hint:" in student("hint", "ex03").stdout
    stub = student("grade", "ex03")
    assert stub.returncode == 1, stub.stderr
    assert "0 of 9 points" in stub.stdout
    assert "Held back until your hand-in is graded: 1 of 9 checks, 1 of 10 points." in stub.stdout
    (student.folder / "exercises" / "ex03_sgd.py").write_text(course.exercise("ex03").solution.read_text())
    solved = student("grade", "ex03")
    assert (solved.returncode, "9 of 9 points" in solved.stdout) == (0, True), solved.stdout + solved.stderr
    assert "is the stub again" in student("reset", "ex03").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["release", "ex03"], "Missing option '--to'"),
        (["release", "ex77", "--to", "x"], "There is no exercise ex77"),
        (["release", "ex03", "--to", "/proc/no/where"], "cannot be written"),
    ],
)
def test_wrong_use(arguments, words):
    run = subprocess.run([COURSE, *arguments], capture_output=True, text=True, cwd=Path(__file__).parent)
    assert run.returncode == 2
    assert words in run.stderr and "Traceback" not in run.stderr

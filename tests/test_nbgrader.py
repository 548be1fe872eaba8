"""nbgrader's own commands, run for real on a release: from hand-ins to marks, feedback and the formgrader."""

import csv
import gc
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from markupsafe import escape

from grader.course import Release
from grader.gradebook import Gradebook
from grader.release import make_release
from grader.stub import make_stub

BIN = Path(sys.executable).parent
NAME = "ex03_sgd"
CHECKS = 9


def run(folder, *arguments, expect=0, **variables):
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1", **variables}
    done = subprocess.run(
        [BIN / arguments[0], *arguments[1:]], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout + done.stderr


def put(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def in_disorder(source):
    """A notebook in which all went wrong that can: what is right in it still earns its points."""
    notebook = json.loads(source)
    cells = notebook["cells"]
    marks = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in cells}
    marks["solution-linreg"]["source"] = "def linreg(X, w, b):\n    return (X @ w + b\n"
    marks["solution-squared_loss"]["metadata"]["nbgrader"]["grade_id"] = "renamed"
    marks["sgd_moves_each_parameter"]["source"] = "print('mine')"
    cells.remove(marks["linreg_gives_xw_plus_b"])
    cells.remove(marks["train_starts_small"])
    cells.append(dict(marks["solution-sgd"]))
    cells.append(dict(marks["squared_loss_is_half_the_square"]))
    wild = "%matplotlib inline\n!ls\nraise ValueError('boom')"
    output = {"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}
    cells.insert(1, {"cell_type": "code", "metadata": {}, "source": wild, "outputs": [output], "execution_count": 1})
    cells.append({"cell_type": "code", "metadata": {"nbgrader": 3}, "source": "1/0", "outputs": [], "execution_count": 1})
    cells.reverse()
    return json.dumps(notebook)


@pytest.fixture(scope="module")
def released(course, tmp_path_factory):
    folder = Release(tmp_path_factory.mktemp("nbgrader"))
    make_release(course, [course.exercise("ex03")], folder.root)
    return folder


@pytest.fixture(scope="module")
def graded(course, released):
    """A class: a module, the notebook unsolved, solved, in disorder, no notebook at all, both, and a zip."""
    root = released.course_folder
    solution = course.exercise("ex03").solution.read_text()
    solved = released.source(course.exercise("ex03")).read_text()
    stub = released.released(course.exercise("ex03")).read_bytes()
    hand_ins = root / "submitted"
    put(hand_ins / "module" / NAME / f"{NAME}.py", solution)
    put(hand_ins / "unsolved" / NAME / f"{NAME}.ipynb", stub)
    put(hand_ins / "solved" / NAME / f"{NAME}.ipynb", solved)
    put(hand_ins / "disorder" / NAME / f"{NAME}.ipynb", in_disorder(solved))
    put(hand_ins / "essay" / NAME / f"{NAME}.ipynb", "My essay.")
    put(hand_ins / "both" / NAME / f"{NAME}.ipynb", stub)
    put(hand_ins / "both" / NAME / f"{NAME}.py", solution)
    os.utime(hand_ins / "both" / NAME / f"{NAME}.ipynb", (1e9, 1e9))
    put(hand_ins / "wrong" / NAME / f"{NAME}.py", solution.replace("/ batch_size", ""))
    put(hand_ins / "named" / NAME / "my solution.ipynb", solved)
    put(hand_ins / "named" / NAME / "notes.txt", "")
    put(hand_ins / "short" / NAME / "ex03.py", solution)
    put(hand_ins / "several" / NAME / "a.py", solution)
    put(hand_ins / "several" / NAME / "b.py", solution)
    put(hand_ins / "packed" / NAME / "all.zip", "")
    (hand_ins / "nothing" / NAME).mkdir(parents=True)
    (hand_ins / "link" / NAME).mkdir(parents=True)
    (hand_ins / "link" / NAME / f"{NAME}.ipynb").symlink_to(released.source(course.exercise("ex03")))
    archive = root / "downloaded" / NAME / "archive" / "Exercise 3.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(f"Ada Lovelace_4711_assignsubmission_file_/{NAME}.ipynb", solved)
        made.writestr(f"Bo Li_4712_assignsubmission_file_/{NAME}.py", make_stub(solution))
        made.writestr("Bo Li_4712_assignsubmission_file_/notes.txt", "hello")
    run(root, "nbgrader", "zip_collect", NAME)
    before = {path: path.read_bytes() for path in hand_ins.rglob("*") if path.is_file()}
    log = run(root, "nbgrader", "autograde", NAME)
    after = {path: path.read_bytes() for path in hand_ins.rglob("*") if path.is_file()}
    assert {path: after.get(path) for path in before} == before  # nobody's file was touched
    root.joinpath("log.txt").write_text(log)
    return root


def marks(root):
    with Gradebook(str(root / "gradebook.db")) as book:
        return {mark.student: mark.score for mark in book.scores()}


def test_marks(graded):
    found = marks(graded)
    assert found.pop("disorder") == 5  # linreg, and the checks of train that need it, are lost; nothing else
    assert found.pop("wrong") < 10
    assert found == {
        "module": 10, "unsolved": 0, "solved": 10, "essay": 0, "both": 10, "4711": 10, "4712": 0,
        "named": 10, "short": 10, "several": 0, "packed": 0, "nothing": 0, "link": 0,
    }  # fmt: skip


def test_course_batch_reads_each_hand_in_the_same_way(graded):
    run(graded, "course", "batch", "submitted", "--workers", "1", expect=1)
    found, read_as = {}, {}
    for student in marks(graded):
        report = json.loads((graded / "submitted-graded" / "results" / student / f"{NAME}.json").read_text())
        found[student] = report["score"]
        notebook = nbformat.read(graded / "autograded" / student / NAME / f"{NAME}.ipynb", 4)
        page = (graded / "submitted-graded" / "feedback" / student / f"{NAME}.html").read_text()
        for note in report["notes"]:
            assert note in notebook.cells[0].source.replace("\\", "") and escape(note) in page
        messages = [check["message"] for check in report["checks"] if not check["held_back"]]
        read_as[student] = (report["submission"], messages[0])
    assert found == marks(graded)
    assert read_as["named"][0] == f"named/{NAME}/my solution.ipynb"
    problems = {
        "several": "2 files that could be", "packed": "Archives are not unpacked", "nothing": "is empty",
        "link": "is a link", "essay": "is no notebook",
    }  # fmt: skip
    for student, words in problems.items():
        notebook = nbformat.read(graded / "autograded" / student / NAME / f"{NAME}.ipynb", 4)
        shown = "".join(str(cell.get("outputs")) for cell in notebook.cells)
        assert words in read_as[student][1] and words in shown.replace("\\n", " ")
    linked = nbformat.read(graded / "autograded" / "link" / NAME / f"{NAME}.ipynb", 4)
    assert not any("SOLUTION" in cell.source for cell in linked.cells)


def test_each_test_cell_shows_its_result(graded):
    notebook = nbformat.read(graded / "autograded" / "disorder" / NAME / f"{NAME}.ipynb", 4)
    tests = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert len(tests) == CHECKS  # those deleted are back, the double one counts once
    assert all([output.output_type for output in cell.outputs] == ["stream", "execute_result"] for cell in tests)
    assert "Cell" in notebook.cells[0].source and "syntax error" in notebook.cells[0].source
    text = "\n".join(cell.outputs[0].text for cell in tests)
    assert "a syntax error" in text and "Hint: " in text
    assert (graded / "autograded" / "disorder" / NAME / f"{NAME}.ipynb").stat().st_size < 100_000
    (held_back,) = [cell for cell in tests if "held back" in cell.outputs[0].text]
    assert re.fullmatch(r"✘ .*\n.*\nThis check is held back: only its title and hint show.\nHint: (.*\n)+", held_back.outputs[0].text)
    essay = nbformat.read(graded / "autograded" / "essay" / NAME / f"{NAME}.ipynb", 4)
    assert f"{NAME}.ipynb is no notebook" in "".join(str(cell.get("outputs")) for cell in essay.cells)


def test_a_module_stands_in_the_cells_of_the_notebook(graded):
    notebook = nbformat.read(graded / "autograded" / "module" / NAME / f"{NAME}.ipynb", 4)
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    assert (text.count("import torch"), text.count("def sgd(")) == (1, 1)
    assert "return X @ w + b" in text and "NotImplementedError" not in text


def test_of_two_files_the_newer_counts_and_the_page_says_so(graded):
    notebook = nbformat.read(graded / "autograded" / "both" / NAME / f"{NAME}.ipynb", 4)
    assert "newer and counts" in notebook.cells[0].source
    assert "return X @ w + b" in "\n".join(cell.source for cell in notebook.cells)


def test_a_mark_by_hand_outlives_autograde(graded):
    with Gradebook(str(graded / "gradebook.db")) as book:
        grade = book._book.find_grade("linreg_gives_xw_plus_b", NAME, NAME, "unsolved")
        grade.manual_score = 0.5
        book._book.db.commit()
    run(graded, "nbgrader", "autograde", NAME, "--student=unsolved", "--force")
    assert marks(graded)["unsolved"] == 0.5


def test_each_run_has_a_seed_and_a_gradebook_of_its_own(tmp_path):
    """The formgrader runs autograde again and again in one process."""
    from grader.autograding import run_of

    class Converter:
        """Stands for nbgrader's."""

    first, second = Converter(), Converter()
    run = run_of(first)
    assert run_of(first) is run
    assert run_of(second).seed != run.seed
    before = set(psutil.Process().children())
    bare = SimpleNamespace(libraries=())
    run.grader.zygotes_for(bare).start(bare).wait_until_ready()
    assert run.gradebook(str(tmp_path / "a.db")) is run.gradebook(str(tmp_path / "a.db"))
    started = set(psutil.Process().children()) - before
    assert len(started) == 1
    del first, run
    gc.collect()
    assert not psutil.wait_procs(started, timeout=5)[1]


def test_feedback_and_export(graded):
    run(graded, "nbgrader", "generate_feedback", NAME)
    page = (graded / "feedback" / "disorder" / NAME / f"{NAME}.html").read_text()
    assert "Score: 5.0 / 10.0" in page and "a syntax error" in page
    run(graded, "nbgrader", "export", "--to=nbgrader.csv")
    with (graded / "nbgrader.csv").open() as file:
        theirs = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    run(graded, "course", "export", "--to", "ours.csv")
    with (graded / "ours.csv").open() as file:
        ours = {row["student"]: float(row[NAME]) for row in csv.DictReader(file)}
    assert ours == theirs == marks(graded)


def test_release_assignment_and_validate(graded, tmp_path):
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    run(graded, "nbgrader", "release_assignment", NAME, f"--Exchange.root={exchange}")
    assert list(exchange.rglob(f"{NAME}.ipynb"))
    solved = run(graded, "nbgrader", "validate", graded / "source" / NAME / f"{NAME}.ipynb")
    assert "Success! Your notebook passes all the tests." in solved
    stub = run(graded, "nbgrader", "validate", graded / "release" / NAME / f"{NAME}.ipynb")
    assert stub.count("The following cell failed") == CHECKS - 1  # one is held back
    assert "Hint: Which product" in stub and "Traceback" not in stub


@pytest.mark.filterwarnings("ignore")
def test_a_notebook_runs_top_to_bottom_in_a_kernel(released, course):
    from nbclient import NotebookClient

    exercise = course.exercise("ex03")
    for file, first_line, passed in (
        (released.released(exercise), "· not started, 0 of 1 points", 0),
        (released.source(exercise), "✔ passed, 1 of 1 points", CHECKS),
    ):
        notebook = nbformat.read(file, 4)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(released.course_folder)}}).execute()
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert all(cell.execution_count for cell in code)
        shown = ["".join(map(said, cell.outputs)) for cell in code if cell.metadata.get("nbgrader", {}).get("grade")]
        assert shown[0].startswith(first_line), shown[0]
        assert sum("✔" in text for text in shown) == passed
        assert all(len(line) <= 88 for text in shown for line in text.splitlines())


def said(output):
    """What a person reads of a cell's output."""
    return output.text if output.output_type == "stream" else "\n".join(output.traceback)


def test_the_formgrader_lists_the_class_and_opens_a_hand_in(graded, tmp_path):
    selenium = pytest.importorskip("selenium.webdriver")
    browser, driver = (shutil.which(name) for name in ("chromium", "chromedriver"))
    if not browser or not driver:
        pytest.skip("no Chromium here (Debian: apt install chromium chromium-driver)")
    from selenium.common.exceptions import TimeoutException
    from selenium.webdriver.support.ui import WebDriverWait

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        BIN / "jupyter", "server", "--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=test",
        "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
    ]  # fmt: skip
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=graded, env=environment, stdout=log, stderr=log)
    options = selenium.ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,900"):
        options.add_argument(argument)
    try:
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/api", timeout=5).close()
                break
            except OSError:
                assert time.monotonic() < deadline, (tmp_path / "log").read_text()
                time.sleep(0.3)
        page = selenium.Chrome(options=options, service=selenium.ChromeService(driver))
        try:
            wait = WebDriverWait(page, 60)

            def shows(*texts):
                def look(page):
                    body = page.find_element("tag name", "body").text
                    return all(text in body for text in texts)

                try:
                    wait.until(look)
                except TimeoutException:
                    pytest.fail(f"no {texts} on {page.current_url}:\n{page.find_element('tag name', 'body').text}")

            page.get(f"{address}/api/status?token=test")  # for the cookie
            page.get(f"{address}/formgrader/manage_assignments")
            shows(NAME, "15")
            page.get(f"{address}/formgrader/manage_submissions/{NAME}")
            shows("disorder", "5 / 10", "solved", "10 / 10")
            page.get(f"{address}/formgrader/gradebook/{NAME}/{NAME}")
            wait.until(lambda page: page.find_elements("css selector", "tbody a"))
            page.find_elements("css selector", "tbody a")[0].click()
            shows("points.", "Submission 1 / 15")
        finally:
            page.quit()
    finally:
        server.terminate()
        server.wait(30)

"""The command line as people and scripts meet it: the real program, its words and its exit codes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COURSE = str(Path(sys.executable).with_name("course"))


@pytest.fixture
def folder(course, tmp_path):
    """A course folder of a student's own: stubs only."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions").mkdir()
    for name in ("ex03_sgd.py", "ex00_tensors.py"):
        shutil.copy(course.root / "exercises" / name, tmp_path / "exercises")
    for path in (course.root / "solutions").glob("*.py"):
        shutil.copy(path, tmp_path / "solutions")
    return tmp_path


@pytest.fixture
def run(folder):
    def call(*arguments, **options):
        environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
        return subprocess.run(
            [COURSE, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, **options
        )

    return call


def test_help_is_quick_to_start():
    code = (
        "import sys; sys.argv = ['course', '--help']\n"
        "from grader.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'numpy', 'tensorflow', 'pytest', 'nbgrader', 'rich', 'msgpack'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_the_stub_then_the_solution(run, folder, course):
    first = run("grade", "ex03")
    assert first.returncode == 1
    assert "0 of 10 points" in first.stdout
    assert "Hint:" in first.stdout
    shutil.copy(course.root / "solutions" / "ex03_sgd.py", folder / "exercises")
    second = run("grade", "ex03")
    assert second.returncode == 0
    assert "10 of 10 points" in second.stdout
    assert second.stderr == ""
    listing = run("list")
    assert "10/10" in listing.stdout
    assert run("hint", "ex03").stdout.startswith("All checks of ex03 are passed")


def test_without_an_id_the_started_ones_are_graded(run, folder, course):
    nothing = run("grade")
    assert nothing.returncode == 2
    assert "No exercise was started yet" in nothing.stderr
    (folder / "exercises" / "ex03_sgd.py").write_text("import torch\n")
    started = run("grade")
    assert started.returncode == 1
    assert "ex03_sgd" in started.stdout
    assert "ex00" not in started.stdout


def test_json_goes_to_the_screen_alone_or_to_a_file(run, folder):
    report = json.loads(run("grade", "ex03", "--json", "-", "--seed", "4").stdout)
    assert (report["format"], report["exercise"], report["score"], report["seed"]) == (1, "ex03_sgd", 0, 4)
    assert {check["status"] for check in report["checks"]} == {"not_started"}
    assert set(report["environment"]["sandbox"].values()) == {"held"}
    run("grade", "ex03", "--json", "out/report.json", "--junit", "out/report.xml")
    assert json.loads((folder / "out" / "report.json").read_text())["score"] == 0
    assert "<testsuite" in (folder / "out" / "report.xml").read_text()


def test_a_page_and_a_result_for_gradescope(run, folder):
    wrong = (folder / "solutions" / "ex03_sgd.py").read_text().replace("return X @ w + b", "return X @ w - b")
    (folder / "exercises" / "ex03_sgd.py").write_text(wrong)
    graded = run("grade", "ex03", "--html", "out/page.html", "--gradescope", "out/results.json")
    assert graded.returncode == 1, graded.stderr
    page = (folder / "out" / "page.html").read_text()
    assert page.startswith("<!doctype html>") and "What came" in page and "linreg(X, w, b)" in page
    results = json.loads((folder / "out" / "results.json").read_text())
    assert 0 < results["score"] < sum(test["max_score"] for test in results["tests"]) == 10


def test_a_submission_elsewhere_is_graded_and_not_remembered(run, course):
    graded = run("grade", "ex03", "--submission", str(course.root / "solutions" / "ex03_sgd.py"))
    assert graded.returncode == 0
    assert "10/10" not in run("list").stdout


def test_a_submission_that_is_not_there_is_an_error_of_every_check(run):
    graded = run("grade", "ex03", "--submission", "nothing.py", "--json", "-")
    assert graded.returncode == 1
    checks = json.loads(graded.stdout)["checks"]
    assert {check["status"] for check in checks} == {"error"}
    assert checks[0]["message"] == "There is no file nothing.py."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["grade", "ex33"], "Did you mean ex"),
        (["show", "sgd"], "Did you mean ex03_sgd"),
        (["graed"], "Did you mean grade"),
        (["grade", "ex03", "--sandbox", "none"], "Invalid value"),
        (["grade", "ex03", "--seed", "-1"], "Invalid value"),
        (["grade", "ex03", "ex00", "--submission", "x.py"], "--submission takes one exercise"),
        (["grade", "--submission", "essay.py"], "There is no exercise essay.py"),
        (["grade", "ex03", "--json", "/proc/no/file"], "cannot be written"),
        (["grade", "ex03", "ex00", "--html", "x.html"], "--html writes a page for one exercise"),
        (["grade", "ex03", "--html", "/proc/no/file"], "cannot be written"),
        (["dev", "new", "attention"], "no name for an exercise"),
        (["dev", "new", "ex03_again"], "is taken by ex03_sgd"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(run, arguments, words):
    result = run(*arguments)
    assert result.returncode == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_outside_of_a_course_with_a_wrong_root(run, folder):
    environment = {**os.environ, "COURSE_ROOT": str(folder / "solutions")}
    result = subprocess.run([COURSE, "list"], env=environment, capture_output=True, text=True)
    assert result.returncode == 2
    assert "No course here" in result.stderr


def test_hints_come_one_at_a_time_and_then_for_the_next_check(run):
    texts = [run("hint", "ex03").stdout for _ in range(6)]
    first = [text.splitlines()[0] for text in texts]
    assert len(set(first[:5])) == 1 and first[5] != first[0]
    assert "Hint: " in texts[0] and "Step 1 of 5" in texts[0]
    assert "Hint: " in texts[1] and texts[1] != texts[0]
    assert "exercises/ex03_sgd.py, line " in texts[2]
    assert "What the task asks of linreg" in texts[3]
    assert "Hint: " in texts[4] and "That was the last one for this check" in texts[4]
    assert "Hint: " in texts[5] and "Step 1 of " in texts[5]


def test_reset_keeps_the_students_file(run, folder):
    mine = folder / "exercises" / "ex03_sgd.py"
    stub = mine.read_text()
    assert "is the stub already" in run("reset", "ex03").stdout
    for number, text in enumerate(("first", "second"), 1):
        mine.write_text(text)
        assert f"ex03_sgd.old{number}.py" in run("reset", "ex03").stdout
        assert mine.read_text() == stub
        assert (folder / "exercises" / f"ex03_sgd.old{number}.py").read_text() == text


def test_show_gives_the_task_text(run):
    text = run("show", "ex03").stdout
    assert "squared_loss(y_hat, y)" in text
    assert "course grade ex03" in text


def test_doctor_shows_each_layer(run):
    result = run("doctor")
    assert result.returncode == 0, result.stdout
    for layer in ("namespaces", "mounts", "identity", "landlock", "rlimits", "seccomp"):
        assert f"✔ layer {layer}" in result.stdout
    for protection in ("files", "network", "processes", "clean-up", "memory", "disk", "time"):
        assert f"✔ sandbox {protection}" in result.stdout


def test_ctrl_c_stops_at_once_and_leaves_nothing(folder):
    import psutil

    (folder / "exercises" / "ex03_sgd.py").write_text("while True: pass\n")
    with subprocess.Popen(
        [COURSE, "grade", "ex03"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        family = psutil.Process(process.pid)
        deadline = time.monotonic() + 60
        while len(family.children(recursive=True)) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        children = family.children(recursive=True)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors.strip() == "Stopped."
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive


def test_output_into_a_pipe_that_closes_is_no_traceback(folder):
    command = f"{COURSE} list | head -1"
    result = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help", "--lang", "zh"], "全部练习，以及目前的进度和得分。"),
        (["--lang", "zh", "grade", "--help"], "每个练习，无论是否已开始。"),
        (["list", "--lang=zh"], "从零实现线性回归"),
        (["show", "ex03", "--lang", "zh"], "就地把每个参数移动"),
        (["hint", "ex03", "--lang", "zh"], "提示："),
        (["reset", "ex03", "--lang", "zh"], "ex03_sgd.py 本来就是初始文件。"),
    ],
)
def test_chinese_wherever_the_option_stands(run, arguments, words):
    assert words in run(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["graed", "--lang", "zh"], "没有这个命令：graed。你要找的是 grade 吗？"),
        (["grade", "ex99", "--lang", "zh"], "没有练习 ex99。"),
        (["grade", "--lang", "fr"], "there is no language fr; choose one of en, zh"),
        (["show", "--lang", "zh"], "缺少参数"),
    ],
)
def test_wrong_use_is_told_in_the_language(run, arguments, words):
    result = run(*arguments)
    assert result.returncode == 2
    assert words in result.stderr


def test_a_report_is_english_unless_a_language_was_chosen(folder):
    def messages(**variables):
        plain = {name: value for name, value in os.environ.items() if name not in ("COURSE_LANG", "LANGUAGE", "LC_ALL")}
        result = subprocess.run(
            [COURSE, "grade", "ex03", "--json", "-"], cwd=folder, env=plain | variables, capture_output=True, text=True
        )
        return {check["message"] for check in json.loads(result.stdout)["checks"]} - {""}

    functions = ("linreg", "squared_loss", "sgd", "train")
    assert messages(LANG="zh_CN.UTF-8") == {
        f"Not started: {function} still raises NotImplementedError." for function in functions
    }
    assert messages(COURSE_LANG="zh") == {f"未开始：{function} 仍在引发 NotImplementedError。" for function in functions}


def complete(folder, line):
    """What bash is offered at the end of the line."""
    words = line.split(" ")
    environment = {
        **os.environ, "_COURSE_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)
    }  # fmt: skip
    result = subprocess.run([COURSE], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    assert result.stderr == ""
    return [item.removeprefix("plain,") for item in result.stdout.split()]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("course gra", ["grade"]),
        ("course show ex1", [f"ex1{number}" for number in range(10)]),
        ("course hint ex03_", ["ex03_sgd"]),
        ("course grade --sandb", ["--sandbox"]),
        ("course grade --sandbox ", ["auto", "strict", "off"]),
        ("course completion f", ["fish"]),
        ("course nothing zz", []),
    ],
)
def test_tab_offers_what_may_follow(folder, line, offered):
    assert complete(folder, line) == offered


def test_completion_outside_of_a_course_is_empty_and_silent(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_ROOT", str(tmp_path))
    assert complete(tmp_path, "course show ex") == []


def test_bash_takes_what_completion_prints(folder):
    script = 'eval "$(course completion bash)"; complete -p course'
    environment = {**os.environ, "PATH": f"{Path(COURSE).parent}:{os.environ['PATH']}"}
    result = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    assert result.stdout.strip().endswith("course") and result.stderr == ""


def test_list_shows_marks_tries_and_the_date(run, folder):
    state = {
        "score": 4, "max_score": 10, "best": 7, "tries": 3, "graded_at": "2025-03-05T12:00:00+00:00", "open_checks": ["a"],
        "hinted": [],
    }  # fmt: skip
    (folder / ".course").mkdir()
    (folder / ".course" / "progress.json").write_text(json.dumps({"format": 1, "exercises": {"ex03_sgd": state}}))
    (line,) = [line for line in run("list").stdout.splitlines() if "ex03_sgd" in line]
    assert "4/10 (best 7)" in line and " 3 " in line and "2025-03-05" in line


def test_the_doctor_gives_the_command_that_mends(monkeypatch):
    from grader.commands import doctor

    monkeypatch.setattr("grader.environment.installed", lambda name: None)
    (found,) = doctor._library("tensorflow", needed=False)
    assert (found.good, found.command.split(" ", 1)[1]) == (None, "-m pip install tensorflow")
    monkeypatch.setattr(doctor.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "dnf" else None)
    assert doctor._mend("seccomp") == "sudo dnf install libseccomp"


def test_the_doctor_finds_a_stub_that_is_gone(run, folder, monkeypatch):
    from grader.commands import doctor

    monkeypatch.setenv("COURSE_ROOT", str(folder))
    found = doctor._course()
    assert found.good is None and found.command == "course reset ex01"

"""`course watch` as a student meets it: the real program, in a pseudo terminal and in a pipe."""

import fcntl
import json
import os
import queue
import shutil
import struct
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path

import pytest

from grader.stub import BEGIN, END, make_stub
from grader.text import printable

COURSE = str(Path(sys.executable).with_name("course"))
HOME = "\x1b[H"


@pytest.fixture
def folder(course, tmp_path):
    for name in ("exercises", "solutions"):
        (tmp_path / name).mkdir()
        for path in (course.root / name).glob("ex*.py"):
            shutil.copy(path, tmp_path / name)
    return tmp_path


@pytest.fixture
def part_done(course):
    """The text of ex03 with its first bodies written, the rest still to do."""
    lines = course.exercise("ex03").solution.read_text(encoding="utf-8").splitlines()

    def make(bodies):
        seen, kept = 0, []
        for line in lines:
            seen += line.strip() == BEGIN
            if line.strip() not in (BEGIN, END) or seen > bodies:
                kept.append(line)
        return make_stub("\n".join(kept) + "\n")

    return make


class Terminal:
    """A program in a pseudo terminal; what it shows now is its last frame."""

    def __init__(self, folder, *arguments, size=(26, 90)):
        self.ours, theirs = os.openpty()
        self.resize(*size)
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "COURSE_LANG": "en"}
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [COURSE, "watch", *arguments], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
        )
        self.theirs = theirs
        self._sent = bytearray()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        try:
            while data := os.read(self.ours, 65536):
                self._sent += data
        except OSError:
            pass

    def press(self, keys):
        os.write(self.ours, keys.encode())

    def resize(self, rows, columns):
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def screen(self):
        return printable(self._sent.decode(errors="replace").rsplit(HOME, 1)[-1].replace("\r", ""))

    def wait_for(self, *words, seconds=30):
        deadline = time.monotonic() + seconds
        while not all(word in self.screen for word in words):
            assert time.monotonic() < deadline, f"{words} not in:\n{self.screen}"
            time.sleep(0.02)
        return self.screen

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.theirs)
        os.close(self.ours)


@pytest.fixture
def watch(folder):
    opened = []

    def start(*arguments, **options):
        opened.append(Terminal(folder, *arguments, **options))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def test_an_exercise_is_solved_save_by_save_and_the_next_one_comes(watch, folder, part_done):
    terminal = watch("ex03")
    mine = folder / "exercises" / "ex03_sgd.py"
    before = termios.tcgetattr(terminal.theirs)
    terminal.wait_for("0 of 10 points", "linreg: not started", "q quit")
    for bodies, marks in ((1, 1), (2, 3), (3, 6)):
        mine.write_text(part_done(bodies))
        terminal.wait_for(f"{marks} of 10 points")
    mine.write_text(part_done(3).replace("def train(", "def train(("))
    terminal.wait_for("0 of 10 points", "cannot be imported", "def train((")
    mine.unlink()
    terminal.wait_for("is not there")
    mine.write_text(part_done(4))
    terminal.wait_for("10 of 10 points", "On to ex04_linear_concise")
    terminal.wait_for("ex04_linear_concise   0 of 10 points")
    terminal.press("q")
    assert terminal.process.wait(10) == 0
    assert termios.tcgetattr(terminal.theirs)[3] == before[3] | termios.ICANON | termios.ECHO
    progress = json.loads((folder / ".course" / "progress.json").read_text())
    assert progress["current"] == "ex04_linear_concise"
    assert progress["exercises"]["ex03_sgd"]["score"] == 10


def test_every_key_does_what_the_foot_says(watch, folder, part_done):
    terminal = watch("ex03", size=(30, 100))
    mine = folder / "exercises" / "ex03_sgd.py"
    mine.write_text(part_done(1).replace("return X @ w + b", "return X @ w"))
    terminal.wait_for("values differ", "linreg: wrong")
    terminal.press("h")
    terminal.wait_for("Hint: Which product", "Step 1 of")
    terminal.press("h")
    terminal.wait_for("Hint: Which product", "Step 2 of")
    terminal.press("h")
    terminal.wait_for("Hint: Which product", "What your last run gave", "Step 3 of")
    terminal.press("s")
    terminal.wait_for("Linear regression by hand", "more lines")
    terminal.press(" ")
    terminal.wait_for("Three traps")
    terminal.press("l")
    terminal.wait_for("▶  ex03_sgd")
    terminal.press("\x1b[B")
    terminal.wait_for("▶  ex04_linear_concise")
    terminal.press("l")
    terminal.wait_for("values differ")
    terminal.press("r")
    terminal.wait_for("Put the stub of ex03 back?")
    terminal.press("n")  # no, and not `next`
    terminal.wait_for("ex03_sgd", "values differ")
    terminal.press("ry")
    terminal.wait_for("linreg: not started", "Your file is now ex03_sgd.old1.py")
    assert "return X @ w\n" in (folder / "exercises" / "ex03_sgd.old1.py").read_text()
    terminal.press("n")
    terminal.wait_for("ex04_linear_concise   0 of")
    terminal.press("q")
    assert terminal.process.wait(10) == 0
    again = watch()
    again.wait_for("ex04_linear_concise")


def test_a_small_window_shows_the_first_failing_check_and_the_keys(watch):
    terminal = watch("ex03", size=(12, 50))
    screen = terminal.wait_for("0 of 10", "· · ·", "NotImplementedError", "h hint")
    assert all(len(line) <= 50 for line in screen.splitlines())
    terminal.resize(30, 100)
    terminal.wait_for("linreg gives Xw + b, and gradients flow back to w and b  ")


class Piped:
    """`course watch` without a terminal: a report for each save."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [COURSE, "watch", "ex03"], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, env={**os.environ, "COURSE_LANG": "en"},
        )  # fmt: skip
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line)

    def next_mark(self, seconds=30):
        while True:
            line = self._lines.get(timeout=seconds)
            if " of 10 points" in line:
                return int(line.split()[1])


def test_saves_of_every_kind_are_graded_once_each(folder, part_done):
    mine = folder / "exercises" / "ex03_sgd.py"
    piped = Piped(folder)
    try:
        assert piped.next_mark() == 0
        (folder / "exercises" / "new.tmp").write_text(part_done(1))
        os.replace(folder / "exercises" / "new.tmp", mine)
        assert piped.next_mark() == 1
        mine.rename(f"{mine}~")  # keeps a copy of the old file, as editors do
        mine.write_text(part_done(2))
        assert piped.next_mark() == 3
        mine.write_text("while True: pass\n")
        time.sleep(0.5)
        started = time.monotonic()
        mine.write_text(part_done(3))
        assert piped.next_mark() == 6
        assert time.monotonic() - started < 10  # the endless one was given up; alone it takes 20 s
        for number in range(10):
            mine.write_text(part_done(2) + f"# {number}\n")
            time.sleep(0.02)
        while piped.next_mark(5) != 3:
            pass
    finally:
        piped.process.terminate()
        piped.process.communicate()

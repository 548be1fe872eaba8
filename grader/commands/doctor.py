"""`course doctor`: what this machine has, and in plain words what it lacks, with the command that mends it."""

import contextlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from grader.errors import CourseError, GraderFault
from grader.language import mark, translate, translated

PAIRS = "https://pytorch.org/get-started/locally/"
LAYERS = {
    "namespaces": mark("no network, and no process but its own"),
    "mounts": mark("an empty file system around Python"),
    "identity": mark("a user without any privilege"),
    "landlock": mark("files by an allow list"),
    "rlimits": mark("bounds for time, memory and processes"),
    "seccomp": mark("system calls that no exercise needs are refused"),
}
"""What a hand-in has under each layer."""
ADVICE = {
    "namespaces": mark("Let users make namespaces of their own, or grade as root in a container that may make them."),
    "mounts": mark("Comes with namespaces."),
    "identity": mark("Report this: dropping capabilities should work anywhere."),
    "landlock": mark("Needs Linux 5.13 or newer with Landlock switched on (boot option lsm=…,landlock)."),
    "seccomp": mark("Install the C library libseccomp."),
    "rlimits": mark("Report this: resource limits should work anywhere."),
}
LET_THROUGH = mark("Mend the layers above, or grade only hand-ins that you trust.")
SWITCHES = {
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "user.max_user_namespaces": ("0", "15000"),
}
"""Kernel settings that forbid namespaces: the value that does, and the one that does not."""
SECCOMP = {"apt": "libseccomp2", "dnf": "libseccomp", "zypper": "libseccomp2", "pacman": "libseccomp"}


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, whether it is well, what was seen, what to do, and the command that does it."""

    name: str
    good: bool | None
    seen: str
    advice: str = ""
    command: str = ""


@click.command()
def command() -> None:
    """Show Python, torch, TensorFlow, the GPU and each layer of the sandbox, each with what to do about it."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from grader.prose import Prose

    console = Console(highlight=False)
    bad = 0
    for finding in _findings():
        sign, style = {True: ("✔", "green"), False: ("✘", "red"), None: ("–", "yellow")}[finding.good]
        line = Table.grid()
        line.add_column(width=2)
        line.add_column(width=20)
        line.add_column()
        line.add_row(Text(sign, style), Text(translated(finding.name), "bold"), Prose(translated(finding.seen)))
        console.print(line)
        if finding.advice:
            console.print(Padding(Prose(translated(finding.advice), "yellow"), (0, 0, 0, 4)))
        if finding.command:
            console.print(Text(f"    {finding.command}", "bold"), soft_wrap=True)  # whole, so that it can be copied
        bad += finding.good is False
    if bad:
        console.print(translate("{count} to mend, see above.", count=bad))
    else:
        console.print(translate("Everything the course needs is here."))
    sys.exit(1 if bad else 0)


def _findings() -> Iterator[Finding]:
    yield Finding("Python", True, platform.python_version())  # an older one does not come this far
    yield from _library("torch", needed=True)
    yield from _library("torchvision", needed=True)
    yield from _library("tensorflow", needed=False)
    yield from _library("nbgrader", needed=False)
    yield _course()
    yield from _sandbox()


def _pip(*packages: str) -> str:
    """The command that installs the packages into this very environment."""
    python = Path(sys.executable)
    with contextlib.suppress(ValueError):
        python = python.relative_to(Path.cwd())
    return f"{python} -m pip install {' '.join(packages)}"


def _library(name: str, *, needed: bool) -> Iterator[Finding]:
    from grader.environment import installed
    from grader.workers import workers

    version = installed(name)
    if version is None:
        seen, advice, packages = {
            "torch": (mark("not installed; every exercise but ex20 to ex22 needs it"),
                      translate("For another CUDA version or the CPU alone see {page}", page=PAIRS),
                      ("torch", "torchvision")),
            "torchvision": (mark("not installed; exercises with pictures need it"), "",
                            ("--upgrade", "torch", "torchvision")),
            "tensorflow": (mark("not installed; ex20 to ex22 need it, no other exercise does"), "", ("tensorflow",)),
            "nbgrader": (mark("not installed; only instructors need it"), "", ("nbgrader",)),
        }[name]  # fmt: skip
        yield Finding(name, False if needed else None, seen, advice, _pip(*packages))
        return
    if name == "nbgrader":
        yield Finding(name, True, version)
        return
    try:
        with workers((name,)) as made:
            made.wait_until_ready()
    except (CourseError, GraderFault) as error:
        reason = error.message.values.get("reason", error) if isinstance(error, CourseError) else error
        seen = translate("{version} is installed, but does not import: {reason}", version=version, reason=str(reason))
        if "torch" in name:
            advice = mark("torch and torchvision are built for each other and must come as a pair.")
            yield Finding(name, False, seen, advice, _pip("--upgrade", "--force-reinstall", "torch", "torchvision"))
        else:
            yield Finding(name, False, seen, "", _pip("--upgrade", "--force-reinstall", name))
        return
    yield Finding(name, True, version)
    if name == "torch":
        yield _gpu()


def _gpu() -> Finding:
    from grader.environment import gpu_present
    from grader.sandbox.policy import Policy
    from grader.workers import workers

    if not gpu_present():
        return Finding("GPU", None, mark("none; checks that need one are deferred"))
    with workers(("torch",)) as made, tempfile.TemporaryDirectory() as scratch:
        worker = made.fork(Policy(scratch=scratch, cuda=True))
        device = worker.hello().device
        worker.close()
    if device == "cpu":
        advice = translate("Install a CUDA build of torch: {page}", page=PAIRS)
        return Finding("GPU", False, mark("there, but torch does not use it"), advice)
    return Finding("GPU", True, device)


def _course() -> Finding:
    """The folder: its exercises are there, and marks can be kept."""
    from grader.course import Course

    course = Course.find()
    missing = [exercise.id for exercise in course.exercises if not exercise.file.exists()]
    if missing:
        words = mark("exercises/ lacks {exercises}; the stub comes back with:")
        seen = translate(words, exercises=", ".join(missing))
        return Finding(mark("course folder"), None, seen, "", f"course reset {missing[0]}")
    if not os.access(course.root, os.W_OK):
        words = mark("{folder} cannot be written to, so marks are not remembered")
        advice = mark("Copy the folder to a place of your own.")
        return Finding(mark("course folder"), False, translate(words, folder=course.root), advice)
    words = mark("{folder}, {count} exercises")
    return Finding(mark("course folder"), True, translate(words, folder=course.root, count=len(course.exercises)))


def _sandbox() -> Iterator[Finding]:
    from grader.course import Course
    from grader.sandbox.policy import LAYERS as ALL
    from grader.sandbox.policy import Policy
    from grader.sandbox.protection import HELD, NEEDS_LINUX, weakness
    from grader.trials import try_all
    from grader.workers import can_fork
    from grader.zygote import Zygote

    if not can_fork():
        advice = mark("On Windows, WSL 2 has all of it.") if sys.platform == "win32" else ""
        yield Finding("sandbox", None, weakness(dict.fromkeys(ALL, NEEDS_LINUX)), advice)
        return
    try:
        with Zygote(()) as zygote, tempfile.TemporaryDirectory() as scratch:
            worker = zygote.fork(Policy(scratch=scratch))
            layers = worker.hello().layers
            worker.close()
            for layer in ALL:
                state = layers.get(layer, mark("not tried"))
                held = state == HELD
                what = translated(LAYERS[layer])
                words = mark("held: {what}") if held else mark("does not hold here ({reason}), so not: {what}")
                seen = translate(words, what=what, reason=state)
                advice, mend = ("", "") if held else (ADVICE[layer], _mend(layer))
                yield Finding(translate("layer {name}", name=layer), held or None, seen, advice, mend)
            for trial in try_all(zygote, Policy(scratch="", hidden=Course.find().hidden_folders())):
                what = translated(trial.tried)
                words = mark("tried to {what}: refused") if trial.held else mark("tried to {what}: went through")
                advice = "" if trial.held else LET_THROUGH
                name = translate("sandbox {name}", name=trial.name)
                yield Finding(name, trial.held, translate(words, what=what), advice)
    except GraderFault as error:
        yield Finding("sandbox", False, str(error))


def _mend(layer: str) -> str:
    """The command that makes a layer hold, where there is one and it is known."""
    if layer == "namespaces":
        for name, (forbids, allows) in SWITCHES.items():
            with contextlib.suppress(OSError):
                if (Path("/proc/sys") / name.replace(".", "/")).read_text().strip() == forbids:
                    return f"sudo sysctl -w {name}={allows}"
    if layer == "seccomp":
        for tool, package in SECCOMP.items():
            if shutil.which(tool):
                return f"sudo {tool} {'-S' if tool == 'pacman' else 'install'} {package}"
    return ""

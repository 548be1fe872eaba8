"""`course doctor`: what this machine has, and what to do about what it lacks."""

import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

import click

from grader.errors import CourseError, GraderFault

PAIRS = "https://pytorch.org/get-started/locally/"
ADVICE = {
    "namespaces": "Allow user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0), "
    "or grade as root in a container that may make them.",
    "mounts": "Comes with namespaces.",
    "identity": "Report this: dropping capabilities should work anywhere.",
    "landlock": "Needs Linux 5.13 or newer with Landlock switched on (boot option lsm=…,landlock).",
    "seccomp": "Install the C library libseccomp (Debian, Ubuntu: apt install libseccomp2).",
    "rlimits": "Report this: resource limits should work anywhere.",
}

LET_THROUGH = "Mend the layers above, or grade only hand-ins that you trust."


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, whether it is well, what was seen, what to do."""

    name: str
    good: bool | None
    seen: str
    advice: str = ""


@click.command()
def command() -> None:
    """Show Python, torch, TensorFlow, the GPU and each layer of the sandbox, each with what to do about it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    bad = 0
    for finding in _findings():
        mark, style = {True: ("✔", "green"), False: ("✘", "red"), None: ("–", "yellow")}[finding.good]
        console.print(Text.assemble((f"{mark} ", style), (f"{finding.name:<20}", "bold"), finding.seen))
        if finding.advice:
            console.print(Text(f"  {finding.advice}", "yellow"))
        bad += finding.good is False
    console.print("Everything the course needs is here." if not bad else f"{bad} to mend, see above.")
    sys.exit(1 if bad else 0)


def _findings() -> Iterator[Finding]:
    yield Finding("Python", sys.version_info >= (3, 11), platform.python_version())
    yield from _library("torch", needed=True)
    yield from _library("torchvision", needed=True)
    yield from _library("tensorflow", needed=False)
    yield from _library("nbgrader", needed=False)
    yield from _sandbox()


def _library(name: str, *, needed: bool) -> Iterator[Finding]:
    from grader.environment import installed
    from grader.zygote import Zygote

    version = installed(name)
    if version is None:
        advice = {
            "torch": f"pip install torch torchvision; for another CUDA version or the CPU alone see {PAIRS}",
            "torchvision": "pip install --upgrade torch torchvision: the two must come as a pair.",
            "tensorflow": 'ex20 to ex22 need it: pip install tensorflow',
            "nbgrader": 'Instructors need it: pip install nbgrader',
        }[name]
        yield Finding(name, False if needed else None, "not installed", advice)
        return
    if name == "nbgrader":
        yield Finding(name, True, version)
        return
    try:
        with Zygote((name,)) as zygote:
            zygote.wait_until_ready()
    except (CourseError, GraderFault) as error:
        advice = "pip install --upgrade torch torchvision: the two must come as a pair." if "torch" in name else ""
        yield Finding(name, False, f"{version}, but it does not import: {error}", advice)
        return
    yield Finding(name, True, version)
    if name == "torch":
        yield _gpu()


def _gpu() -> Finding:
    from grader.environment import gpu_present
    from grader.sandbox.policy import Policy
    from grader.zygote import Zygote

    if not gpu_present():
        return Finding("GPU", None, "none; checks that need one are deferred")
    with Zygote(("torch",)) as zygote, tempfile.TemporaryDirectory() as scratch:
        worker = zygote.fork(Policy(scratch=scratch, cuda=True))
        device = worker.hello().device
        worker.close()
    if device == "cpu":
        return Finding("GPU", False, "there, but torch does not use it", f"Install a CUDA build of torch: {PAIRS}")
    return Finding("GPU", True, device)


def _sandbox() -> Iterator[Finding]:
    from grader.course import Course
    from grader.sandbox.policy import LAYERS, Policy
    from grader.sandbox.protection import HELD
    from grader.trials import try_all
    from grader.zygote import Zygote

    try:
        with Zygote(()) as zygote, tempfile.TemporaryDirectory() as scratch:
            worker = zygote.fork(Policy(scratch=scratch))
            layers = worker.hello().layers
            worker.close()
            for layer in LAYERS:
                held = layers.get(layer) == HELD
                advice = "" if held else ADVICE[layer]
                yield Finding(f"layer {layer}", held or None, layers.get(layer, "not tried"), advice)
            for trial in try_all(zygote, Policy(scratch="", hidden=Course.find().hidden_folders())):
                words = f"tried to {trial.tried}: " + ("refused" if trial.held else "went through")
                yield Finding(f"sandbox {trial.name}", trial.held, words, "" if trial.held else LET_THROUGH)
    except GraderFault as error:
        yield Finding("sandbox", False, str(error))

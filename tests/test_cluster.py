"""A real scheduler and real workers, each a process of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from grader import cluster as module
from grader.cluster import cluster
from grader.errors import ClusterUnreachable, WrongVersion
from grader.version import version_of
from tests.classes import call, make_class, marks

DASK = str(Path(sys.executable).with_name("dask"))


@contextlib.contextmanager
def running(command, **options):
    """The program while the `with` lasts."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with running([DASK, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield f"tcp://127.0.0.1:{port}"


@pytest.fixture
def workers(address, course, tmp_path):
    """Two workers that start in the course's folder."""
    command = [
        DASK, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path)
    ]  # fmt: skip
    with running(command, cwd=course.root) as first, running(command, cwd=course.root) as second:
        yield first, second


def test_a_worker_killed_in_the_middle_loses_nothing(address, workers, course, tmp_path):
    here = make_class(tmp_path / "here", course, 7)
    call(course, "batch", here, "--workers", 1, "--seed", 7)
    folder = make_class(tmp_path / "there", course, 7)
    journal = Path(f"{folder}-graded", "journal.jsonl")
    command = [str(Path(DASK).with_name("course")), "batch", str(folder), "--scheduler", address, "--seed", "7"]
    with subprocess.Popen(
        command, cwd=course.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "COLUMNS": "120"},
    ) as process:  # fmt: skip
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not (journal.exists() and journal.read_bytes().count(b"\n") > 1):
            time.sleep(0.02)
        family = psutil.Process(workers[0].pid).children(recursive=True)
        workers[0].send_signal(signal.SIGKILL)
        output, errors = process.communicate(timeout=240)
    assert process.returncode == 0, errors
    assert "7 hand-ins graded" in output
    assert marks(folder) == marks(here)
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive


def test_workers_with_other_checks_or_torch_are_refused(address, workers, course):
    version = version_of(course.exercise("ex03"))
    for name in ("checks", "torch"):
        with (
            pytest.raises(WrongVersion, match=rf"Worker tcp://.* has {name} .*, not other for ex03_sgd; install"),
            cluster(address, {"ex03_sgd": {**version, name: "other"}}),
        ):
            pass
    with cluster(address, {"ex03_sgd": version}) as pool:
        assert not pool.has_gpu


def test_a_cluster_without_workers_or_without_a_scheduler(address, course, monkeypatch):
    monkeypatch.setattr(module, "WORKERS_S", 0.5)
    monkeypatch.setattr(module, "CONNECT_S", 0.5)
    with pytest.raises(ClusterUnreachable, match=r"has no worker\. Start: dask worker"), cluster(address, {}):
        pass
    with pytest.raises(ClusterUnreachable, match="tried 3 times"), cluster("tcp://127.0.0.1:1", {}):
        pass
    with pytest.raises(ClusterUnreachable, match="no address of a scheduler"), cluster("host", {}):
        pass

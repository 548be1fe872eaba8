"""Each layer of the sandbox, tried from inside a worker, alone and with the others."""

import json
import os
import socket
import time

import pytest

from grader.limits import Limits
from grader.sandbox.policy import LAYERS, Policy
from grader.zygote import Zygote


@pytest.fixture(scope="module")
def zygote():
    with Zygote(()) as made:
        yield made


@pytest.fixture
def inside(zygote, tmp_path):
    """Run code in a worker and give back the JSON that it prints."""
    workers = []

    def run(code, **policy):
        scratch = tmp_path / f"scratch{len(workers)}"
        scratch.mkdir()
        worker = zygote.fork(Policy(**{"scratch": str(scratch), **policy}))
        workers.append(worker)
        hello = worker.hello()
        request = {"do": "load", "name": "m", "filename": "m.py", "source": ("import json, os\n" + code).encode()}
        reply = worker.ask(request, time.monotonic() + 10, 100_000)
        assert "value" in reply, reply
        return json.loads(worker.printed), hello

    yield run
    for worker in workers:
        worker.close()


def without(*layers):
    return tuple(layer for layer in LAYERS if layer not in layers)


TRY = """
def attempt(action):
    try:
        return action() or "done"
    except BaseException as error:
        return type(error).__name__
"""


def test_every_layer_holds_here(inside):
    _, hello = inside("print(json.dumps(1))")
    assert set(hello.layers.values()) == {"held"}
    assert tuple(hello.layers) == LAYERS


@pytest.mark.parametrize("layers", [LAYERS, without("landlock"), without("namespaces", "mounts")], ids=str)
def test_files_outside_cannot_be_read_or_written(inside, tmp_path, course, layers):
    secret = tmp_path / "secret.txt"
    secret.write_text("the marks")
    secret.chmod(0o666)
    tmp_path.chmod(0o777)
    code = TRY + f"""
places = {[str(secret), str(course.root / "README.md"), "/etc/passwd", "/etc/hostname"]!r}
found = dict((place, attempt(lambda: open(place).read())) for place in places)
found["write"] = attempt(lambda: open({str(secret)!r}, "w").write("mine"))
found["create"] = attempt(lambda: open({str(tmp_path / "new")!r}, "w").close())
found["listing"] = attempt(lambda: os.listdir({str(course.root)!r}))
found["scratch"] = attempt(lambda: open("note", "w").write("x"))
print(json.dumps(found))
"""
    found, _ = inside(code, layers=layers, hidden=course.hidden_folders())
    assert found.pop("scratch") == 1
    listing = found.pop("listing")
    assert listing in ("PermissionError", "FileNotFoundError") or set(listing) <= {".venv"}
    assert set(found.values()) <= {"PermissionError", "FileNotFoundError", "OSError"}
    assert secret.read_text() == "the marks"
    assert not (tmp_path / "new").exists()


def test_what_is_hidden_inside_a_readable_folder_stays_hidden(inside, tmp_path):
    (tmp_path / "data" / "marks").mkdir(parents=True)
    (tmp_path / "data" / "marks" / "expected").write_text("42")
    (tmp_path / "data" / "image").write_text("pixels")
    tmp_path.chmod(0o755)
    code = TRY + f"""
folder = {str(tmp_path / "data")!r}
print(json.dumps([attempt(lambda: open(folder + "/image").read()), attempt(lambda: open(folder + "/marks/expected").read())]))
"""
    for layers in (LAYERS, without("landlock"), without("namespaces", "mounts")):
        (image, expected), _ = inside(
            code, layers=layers, readable=(str(tmp_path / "data"),), hidden=(str(tmp_path / "data" / "marks"),)
        )
        assert image == "pixels"
        assert expected in ("PermissionError", "FileNotFoundError")


@pytest.mark.parametrize("layers", [LAYERS, without("landlock")], ids=str)
def test_no_network(inside, layers):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = TRY + f"""
import socket
print(json.dumps(attempt(lambda: socket.create_connection(("127.0.0.1", {port}), timeout=2))))
"""
        outcome, _ = inside(code, layers=layers)
    assert outcome in ("OSError", "ConnectionRefusedError", "PermissionError")


def test_no_other_process_is_seen_or_signalled(inside):
    code = TRY + f"""
print(json.dumps([attempt(lambda: os.kill({os.getpid()}, 0)), [int(name) for name in os.listdir("/proc") if name.isdigit()], os.getppid()]))
"""
    (signalled, processes, parent), _ = inside(code)
    assert signalled in ("ProcessLookupError", "PermissionError")
    assert processes == [1]
    assert parent == 0


def test_without_namespaces_landlock_still_keeps_signals_in(inside):
    code = TRY + """
print(json.dumps(attempt(lambda: os.kill(1, 0))))
"""
    assert inside(code, layers=without("namespaces", "mounts"))[0] == "PermissionError"


def test_it_is_nobody_and_can_become_nobody_else(inside):
    code = TRY + """
import ctypes
status = open("/proc/self/status").read()
caps = [line.split()[1] for line in status.splitlines() if line.startswith("Cap")]
print(json.dumps([os.getuid(), os.getgroups(), caps, attempt(lambda: os.setuid(0)), attempt(lambda: os.chroot("/"))]))
"""
    (uid, groups, caps, setuid, chroot), _ = inside(code)
    assert uid != 0
    assert set(groups) <= {uid}
    assert {int(cap, 16) for cap in caps} == {0}
    assert (setuid, chroot) == ("PermissionError", "PermissionError")


def test_the_environment_is_clean(inside, monkeypatch):
    monkeypatch.setenv("GRADEBOOK_PASSWORD", "secret")
    environment, _ = inside("print(json.dumps(dict(os.environ)))")
    assert "GRADEBOOK_PASSWORD" not in environment
    assert environment["HOME"] == environment["TMPDIR"]


def test_the_limits_hold(inside):
    code = TRY + """
def eat():
    return len(bytearray(300 * 2**20))

def write():
    with open("big", "wb") as file:
        for _ in range(20):
            file.write(bytes(2**20))

def fork():
    count = 0
    while True:
        if os.fork() == 0:
            import time
            time.sleep(5)
            os._exit(0)
        count += 1

import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
print(json.dumps([attempt(eat), attempt(write), attempt(fork), attempt(lambda: [open("/dev/null") for _ in range(1000)])]))
"""
    limits = Limits(memory_mb=200, file_mb=5, scratch_mb=20, processes=20, open_files=100)
    (eaten, written, forked, opened), _ = inside(code, limits=limits)
    assert eaten == "MemoryError"
    assert written == "OSError"
    assert forked == "BlockingIOError"
    assert opened == "OSError"


def test_the_scratch_folder_is_bounded_as_a_whole(inside):
    code = TRY + """
def fill():
    for number in range(100):
        with open(str(number), "wb") as file:
            file.write(bytes(2**20))
print(json.dumps(attempt(fill)))
"""
    assert inside(code, limits=Limits(scratch_mb=10))[0] == "OSError"


def test_no_descriptor_of_the_grader_is_left(inside):
    descriptors, _ = inside("print(json.dumps(sorted(map(int, os.listdir('/proc/self/fd')))))")
    assert descriptors[:4] == [0, 1, 2, 3]
    assert len(descriptors) == 5  # and the one that lists them


def test_no_other_program_can_be_run(inside):
    code = TRY + """
import subprocess, sys
print(json.dumps([attempt(lambda: subprocess.run([sys.executable, "-c", "pass"])), attempt(lambda: os.system("true"))]))
"""
    (spawned, status), _ = inside(code)
    assert spawned == "PermissionError"
    assert status != "done"

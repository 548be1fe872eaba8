"""Zygotes that the graders of a pool share."""

import os
from types import SimpleNamespace

import psutil
import pytest

from grader.broker import Broker, Lent
from grader.errors import LibraryMissing, ZygoteLost
from grader.sandbox.policy import Policy

BARE = SimpleNamespace(libraries=())
OTHER = SimpleNamespace(libraries=("json",))
MISSING = SimpleNamespace(libraries=("no_such_library",))


@pytest.fixture
def zygotes():
    """Gives the zygotes that came since the test began."""
    before = set(psutil.Process().children())
    return lambda: [each for each in psutil.Process().children() if each not in before and "grader.worker" in each.cmdline()]


@pytest.fixture
def broker(zygotes):
    with Broker() as made:
        yield made


def serve_one(branch, scratch):
    scratch.mkdir(exist_ok=True)
    worker = branch.fork(Policy(scratch=str(scratch)))
    worker.hello()
    return worker.close()


def test_two_graders_share_one_zygote(broker, zygotes, tmp_path):
    with Lent(broker.counter) as one, Lent(broker.counter) as other:
        for number, lent in enumerate((one, other, one)):
            serve_one(lent.start(BARE), tmp_path / str(number))
        assert one.start(BARE) is not other.start(BARE)
        assert len(zygotes()) == 1


def test_a_zygote_ends_when_no_grader_holds_a_branch_of_it(broker, zygotes, tmp_path):
    with Lent(broker.counter) as lent:
        serve_one(lent.start(BARE), tmp_path / "a")
        (first,) = zygotes()
        serve_one(lent.start(OTHER), tmp_path / "b")
        assert [child.pid for child in zygotes()] != [first.pid]
        assert len(zygotes()) == 1


def test_a_zygote_that_was_killed_is_replaced(broker, zygotes, tmp_path):
    with Lent(broker.counter) as lent:
        branch = lent.start(BARE)
        serve_one(branch, tmp_path / "a")
        (killed,) = zygotes()
        killed.kill()
        killed.wait()
        with pytest.raises(ZygoteLost):
            serve_one(branch, tmp_path / "b")
        serve_one(lent.start(BARE), tmp_path / "c")


def test_what_cannot_be_imported_is_told_to_each_grader(broker, tmp_path):
    for _ in range(2):
        with Lent(broker.counter) as lent, pytest.raises(LibraryMissing, match="no_such_library cannot be imported"):
            serve_one(lent.start(MISSING), tmp_path / "a")


def test_nothing_is_left(zygotes, tmp_path):
    before = len(os.listdir("/proc/self/fd"))
    with Broker() as broker, Lent(broker.counter) as lent:
        serve_one(lent.start(BARE), tmp_path / "a")
        family = zygotes()
    assert not psutil.wait_procs(family, timeout=5)[1]
    assert len(os.listdir("/proc/self/fd")) <= before + 1  # the lock's tracker stays

import pytest

from grader.sandbox.policy import LAYERS, Policy
from grader.trials import try_all
from grader.zygote import Zygote


@pytest.fixture(scope="module")
def zygote():
    with Zygote(()) as made:
        yield made


def outcomes(zygote, *layers):
    return {trial.name: trial.held for trial in try_all(zygote, Policy(scratch="", layers=layers))}


def test_with_every_layer_everything_holds(zygote):
    assert all(outcomes(zygote, *LAYERS).values())


def test_a_trial_says_when_nothing_holds(zygote):
    held = outcomes(zygote)
    assert held.pop("time")
    assert held.pop("clean-up")
    assert held.pop("memory"), "the zygote watches it whatever the layers"
    assert held.pop("processes"), "the zygote has a PID namespace of its own whatever the layers"
    assert not any(held.values()), held


def test_namespaces_alone_and_landlock_with_seccomp_each_hold_files_and_network(zygote):
    for layers in (("namespaces", "mounts"), ("landlock", "seccomp", "identity")):
        held = outcomes(zygote, *layers)
        assert held["files"], layers
        assert held["network"], layers

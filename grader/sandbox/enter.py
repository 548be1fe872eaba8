"""The order in which a worker is forked and puts its layers on, and what held."""

import os
from collections.abc import Callable

from grader.sandbox import identity, landlock, mounts, namespaces, rlimits, seccomp
from grader.sandbox import policy as layers
from grader.sandbox.policy import Policy
from grader.sandbox.protection import HELD


def fork(policy: Policy) -> tuple[int, dict[str, str]]:
    """As `os.fork`, into namespaces where the policy asks for them and the machine has them.

    Returns the process id, 0 in the child, and how the layer fared.
    """
    if layers.NAMESPACES not in policy.layers:
        return os.fork(), {}
    try:
        return namespaces.fork(), {layers.NAMESPACES: HELD}
    except OSError as error:
        return os.fork(), {layers.NAMESPACES: str(error)}


def confine(policy: Policy, forked: dict[str, str]) -> dict[str, str]:
    """Put on the other layers, in the worker itself. Returns for each layer `held` or why it does not."""
    report = dict(forked)
    uid = identity.new_uid() if layers.IDENTITY in policy.layers else 0
    data = rlimits.data_in_use()
    if report.get(layers.NAMESPACES) == HELD:
        _try(report, policy, layers.NAMESPACES, namespaces.enter)
    if report.get(layers.NAMESPACES) == HELD:
        _try(report, policy, layers.MOUNTS, lambda: mounts.build(policy, uid))
    report.setdefault(layers.NAMESPACES, "off")
    report.setdefault(layers.MOUNTS, "needs namespaces" if layers.MOUNTS in policy.layers else "off")
    own_mounts = report[layers.MOUNTS] == HELD
    _try(report, policy, layers.IDENTITY, lambda: identity.take(uid, policy, own_mounts=own_mounts))
    _try(report, policy, layers.LANDLOCK, lambda: landlock.restrict(policy, own_mounts=own_mounts))
    _try(report, policy, layers.RLIMITS, lambda: rlimits.restrict(policy.limits, data, cuda=policy.cuda))
    _try(report, policy, layers.SECCOMP, lambda: seccomp.restrict(cuda=policy.cuda))
    return report


def _try(report: dict[str, str], policy: Policy, layer: str, put_on: Callable[[], None]) -> None:
    if layer not in policy.layers:
        report[layer] = "off"
        return
    try:
        put_on()
        report[layer] = HELD
    except OSError as error:
        report[layer] = str(error)

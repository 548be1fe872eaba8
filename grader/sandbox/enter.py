"""The order in which a worker puts its layers on, and what held."""

from collections.abc import Callable

from grader.sandbox import identity, landlock, mounts, namespaces, rlimits, seccomp
from grader.sandbox import policy as layers
from grader.sandbox.policy import Policy
from grader.sandbox.protection import HELD


def isolate(policy: Policy) -> dict[str, str]:
    """The first half, before the fork that makes the worker: namespaces."""
    report: dict[str, str] = {}
    _try(report, policy, layers.NAMESPACES, namespaces.enter)
    return report


def confine(policy: Policy, report: dict[str, str], number: int) -> dict[str, str]:
    """The second half, in the worker itself. Returns for each layer `held` or why it does not.

    `number` is the process id of the supervisor, which gives the worker its user.
    """
    uid = identity.worker_uid(number) if layers.IDENTITY in policy.layers else 0
    data = rlimits.data_in_use()
    if report.get(layers.NAMESPACES) == HELD:
        _try(report, policy, layers.MOUNTS, lambda: mounts.build(policy, uid))
    own_mounts = report.get(layers.MOUNTS) == HELD
    if not own_mounts:
        report.setdefault(layers.MOUNTS, "needs namespaces" if layers.MOUNTS in policy.layers else "off")
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

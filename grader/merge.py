"""One report from two: the checks that ran without a GPU, and those that were graded apart on one."""

from dataclasses import replace

from grader.outcome import Report, Status


def merged(report: Report, cuda: Report | None) -> Report:
    """The report, with the checks that waited for a GPU taken from the other one."""
    if cuda is None or not report.deferred:
        return report
    apart = {check.id: check for check in cuda.checks if check.status is not Status.SKIPPED}
    checks = tuple(
        apart.get(check.id, check) if check.status is Status.SKIPPED else check for check in report.checks
    )
    environment = {**report.environment, "device": cuda.environment["device"]}
    return replace(
        report, checks=checks, environment=environment, duration_s=report.duration_s + cuda.duration_s
    )

"""A report as JUnit XML, for continuous integration."""

from collections.abc import Iterable
from xml.etree import ElementTree

from grader.outcome import CheckResult, Report, Status
from grader.text import printable

KINDS = {Status.FAILED: "failure", Status.NOT_STARTED: "failure", Status.SKIPPED: "skipped"}


def to_junit(reports: Iterable[Report]) -> str:
    """The XML text: a suite for each submission, a case for each check."""
    root = ElementTree.Element("testsuites", name="course")
    for report in reports:
        kinds = [KINDS.get(check.status, "error") for check in report.checks if check.status is not Status.PASSED]
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=report.exercise,
            tests=str(len(report.checks)),
            failures=str(kinds.count("failure")),
            errors=str(kinds.count("error")),
            skipped=str(kinds.count("skipped")),
            time=f"{report.duration_s:.3f}",
        )
        for check in report.checks:
            _add_case(suite, report, check)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add_case(suite: ElementTree.Element, report: Report, check: CheckResult) -> None:
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=f"{report.exercise}.{check.function}",
        name=printable(check.title),
        time=f"{check.duration_s:.3f}",
    )
    if check.status is not Status.PASSED:
        kind = KINDS.get(check.status, "error")
        ElementTree.SubElement(
            case, kind, type=str(check.status), message=printable(check.message)
        ).text = f"Hint: {check.hint}"
    if check.output:
        ElementTree.SubElement(case, "system-out").text = printable(check.output)

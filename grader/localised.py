"""A report in the language of the person who reads it. Grading itself always writes English."""

from dataclasses import replace

from grader.language import ENGLISH, current, phrase, translated
from grader.outcome import CheckResult, Report
from grader.text import printable


def localised(report: Report) -> Report:
    """The report with notes, titles, messages, hints and causes in the current language."""
    if current().code == ENGLISH.code:
        return report
    checks = tuple(localised_check(check) for check in report.checks)
    return replace(report, checks=checks, notes=tuple(phrase(note) for note in report.notes))


def localised_check(check: CheckResult) -> CheckResult:
    """As `localised`, for one check. A message whose parts are no longer known stays in English."""
    if current().code == ENGLISH.code:
        return check
    return replace(
        check,
        title=translated(check.title),
        message=printable(check.said.render()) if check.said else translated(check.message),
        hint=translated(check.hint),
        causes=tuple(translated(cause) for cause in check.causes),
        curves=tuple((phrase(name), values) for name, values in check.curves),
        bands=tuple((phrase(name), low, high) for name, low, high in check.bands),
    )

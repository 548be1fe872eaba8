"""One graded submission as a single HTML page: no network, no script, for a phone, the dark and a screen reader."""

from functools import cache
from typing import Any

from grader.language import current, phrase, translated
from grader.localised import localised
from grader.outcome import Report, Status
from grader.render import MARKS, WORDS, points


def report_page(report: Report, *, title: str = "") -> str:
    """The whole page, in the current language. What a hand-in printed or raised is text in it, never markup.

    Args:
        report: the graded submission.
        title: the heading; the exercise's name without one.
    """
    template = environment().get_template("report.html")
    report = localised(report)
    language = current().code.replace("_", "-")
    return str(template.render(report=report, title=title or report.exercise, language=language, Status=Status))


@cache
def environment() -> Any:
    """The templates, with the words and marks that all pages share."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from grader.looks import curves, look

    environment = Environment(
        loader=PackageLoader("grader"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        translated, lambda one, many, count: translated(one if count == 1 else many), newstyle=True
    )
    environment.filters |= {
        "points": points,
        "mark": lambda status: MARKS[status][0],
        "word": lambda status: translated(WORDS[status]),
        "phrase": phrase,
        "look": look,
        "curves": curves,
    }
    return environment

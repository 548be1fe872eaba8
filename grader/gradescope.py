"""A report in the form that Gradescope reads from `results/results.json`.

The fields are those of gradescope-autograders.readthedocs.io, "Output format": a test for each check,
all text plain. What the grader printed stays with the instructor.
"""

import json
from collections.abc import Sequence
from typing import Any

from grader.language import translate
from grader.localised import localised
from grader.outcome import CheckResult, Report, Status
from grader.text import printable


def to_gradescope(reports: Sequence[Report]) -> str:
    """The JSON text: a test for each check of each exercise.

    Where the grader itself failed there are no tests and no score: Gradescope then shows the run as failed,
    and no mark comes of it.
    """
    content: dict[str, Any] = {
        "execution_time": round(sum(report.duration_s for report in reports), 3),
        "output": "\n".join(line for report in reports for line in (_summary(report), *localised(report).notes)),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {
            "submissions": [
                {"exercise": report.exercise, "sha256": report.sha256, "seed": report.seed, "deferred": report.deferred}
                for report in reports
            ]
        },
    }
    if not any(report.faulty for report in reports):
        shown = [localised(report) for report in reports]
        content["score"] = sum(report.score for report in reports)
        content["tests"] = [
            _test(check, report if len(reports) > 1 else None, number)
            for report in shown
            for number, check in enumerate(report.checks, 1)
        ]
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _summary(report: Report) -> str:
    name = report.exercise
    if report.faulty:
        return translate("{exercise}: the grader itself failed; ask for it to be graded again.", exercise=name)
    if report.deferred:
        return translate("{exercise}: {points} points wait for a GPU.", exercise=name, points=f"{report.deferred:g}")
    return name


def _test(check: CheckResult, report: Report | None, number: int) -> dict[str, Any]:
    prefix = report.exercise.split("_")[0] + "." if report else ""
    test: dict[str, Any] = {
        "name": printable(check.title),
        "number": f"{prefix}{number}",
        "score": check.points,
        "max_score": check.max_points,
        "output": _output(check),
        "visibility": "visible",
        "extra_data": {"id": check.id, "function": check.function, "status": str(check.status)},
    }
    # A check that waits for a GPU is neither; Gradescope then colours it by its score.
    if check.status is not Status.SKIPPED:
        test["status"] = "passed" if check.status is Status.PASSED else "failed"
    return test


def _output(check: CheckResult) -> str:
    parts = [check.message] if check.message else []
    if check.status not in (Status.PASSED, Status.SKIPPED):
        parts += [translate("Hint:") + " " + check.hint, *check.causes]
    if check.output.strip():
        parts.append(translate("Your code printed:") + "\n" + check.output)
    return printable("\n\n".join(parts))

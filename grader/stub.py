"""The stub of an exercise, made from its solution: the same module without what stands between the markers."""

import re

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"


class MarkerError(ValueError):
    """The markers of a solution do not pair."""


def make_stub(solution: str) -> str:
    """The text of the stub.

    Inside a function the solution becomes a line that raises NotImplementedError with the function's
    name; elsewhere it is left out.

    Raises:
        MarkerError: a marker is missing, nested or has no partner.
    """
    stub: list[str] = []
    inside = False
    for number, line in enumerate(solution.splitlines(), 1):
        marker = line.strip()
        if marker == BEGIN:
            if inside:
                raise MarkerError(f"line {number}: {BEGIN} inside a solution")
            inside = True
            name = _function_around(stub, line)
            if name:
                indent = line[: len(line) - len(line.lstrip())]
                stub.append(f"{indent}# TODO: write {name}, and remove the next line.")
                stub.append(f'{indent}raise NotImplementedError("{name}")')
        elif marker == END:
            if not inside:
                raise MarkerError(f"line {number}: {END} without {BEGIN}")
            inside = False
        elif not inside:
            stub.append(line)
    if inside:
        raise MarkerError(f"{BEGIN} without {END}")
    text = re.sub(r"\n{4,}", "\n\n\n", "\n".join(stub))
    return text.rstrip() + "\n"


def _function_around(lines: list[str], line: str) -> str:
    """The dotted name of the function that the line stands in; empty outside of one."""
    names: list[str] = []
    indent = len(line) - len(line.lstrip())
    for above in reversed(lines):
        opening = re.match(r"(\s*)(?:async )?(def|class) (\w+)", above)
        if opening and len(opening[1]) < indent:
            if opening[2] == "class" and not names:
                return ""
            names.insert(0, opening[3])
            indent = len(opening[1])
    return ".".join(names)


def solution_lines(solution: str) -> list[str]:
    """The lines between the markers that would give something away: stripped, and long enough to be telling."""
    found: list[str] = []
    inside = False
    for line in solution.splitlines():
        marker = line.strip()
        if marker in (BEGIN, END):
            inside = marker == BEGIN
        elif inside and len(marker) >= 12 and not marker.startswith("#"):
            found.append(marker)
    return found

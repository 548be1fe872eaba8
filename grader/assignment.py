"""The notebook of an exercise, in nbgrader's source version: task, solution cells, a test cell for each check."""

import ast
import textwrap
from dataclasses import dataclass
from typing import Any

from grader.check import Check
from grader.course import Exercise
from grader.docstring import parts
from grader.errors import LibraryMissing
from grader.formula import as_tex, is_formula
from grader.tasktext import as_markdown, pristine_stub, signature

SCHEMA = 3
"""Of nbgrader's metadata."""
SOLUTION = "solution-"
IMPORTS = "imports"
WIDTH = 88
"""Letters to a line of a test cell: more do not stand side by side in JupyterLab on a usual screen."""
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
HOW_TO = (
    "Write each function where its cell says TODO, run the cell, then run the test cells under it. They grade what "
    "you ran, in the sandbox, and say what is wrong and where to look. Points and titles stand in their first line."
)


@dataclass(frozen=True)
class Section:
    """One function or class of an exercise's module, with the lines that stand above it."""

    name: str
    node: ast.FunctionDef | ast.ClassDef
    source: str


def source_notebook(exercise: Exercise) -> Any:
    """The notebook, made from the solution; from the pristine stub where there is no solution. The same every time.

    Raises:
        LibraryMissing: nbformat is not installed.
        BrokenChecks: the checks cannot be imported.
    """
    from grader.grading import checks_of

    try:
        from nbformat import v4
    except ImportError as error:
        raise LibraryMissing("Notebooks need nbformat: pip install nbformat.") from error
    text = exercise.solution.read_text(encoding="utf-8") if exercise.solution.exists() else pristine_stub(exercise)
    preamble, sections = sections_of(text)
    checks = checks_of(exercise.checks)
    cells = [
        v4.new_markdown_cell(f"# {exercise.name}\n\n{_task(text)}\n\n{HOW_TO}", id="task"),
        v4.new_code_cell(preamble, id=IMPORTS),
    ]
    for section in sections:
        docstring = as_markdown(_with_formulas(ast.get_docstring(section.node) or ""))
        words = f"## {signature(section.node)}\n\n{docstring}"
        cells.append(v4.new_markdown_cell(words, id=f"about-{section.name}"[:64]))
        cells.append(
            v4.new_code_cell(section.source, id=_id(section.name, SOLUTION), metadata=metadata(SOLUTION + section.name))
        )
        mine = [check for check in checks if check.function.split(".")[0] == section.name]
        cells += [_test_cell(exercise, check) for check in mine]
    named = {section.name for section in sections}
    cells += [_test_cell(exercise, check) for check in checks if check.function.split(".")[0] not in named]
    return v4.new_notebook(cells=cells, metadata=KERNEL)


def sections_of(text: str) -> tuple[str, list[Section]]:
    """What stands before the first function of a module, without its docstring, and then each function or class."""
    lines = text.splitlines()
    body = ast.parse(text).body
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    start = (body[0].lineno if body else len(lines) + 1) - 1
    end = imports[-1].end_lineno or start if imports else start
    preamble = "\n".join(lines[start:end]).strip("\n")
    sections = []
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            last = _closing(lines, node.end_lineno or node.lineno)
            sections.append(Section(node.name, node, "\n".join(lines[end:last]).strip("\n")))
            end = last
    if sections and "\n".join(lines[end:]).strip():
        # Helpers at the end go first: a cell may need them before the last one has run.
        rest = "\n".join(lines[end:]).strip("\n")
        sections[0] = Section(sections[0].name, sections[0].node, f"{rest}\n\n\n{sections[0].source}")
    return preamble, sections


def fill(notebook: Any, source: str) -> None:
    """Put the functions of a module into the notebook's solution cells; a module that is no Python goes on top."""
    from nbformat import v4

    try:
        preamble, sections = sections_of(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        notebook.cells.insert(0, v4.new_code_cell(source, id="module"))
        return
    texts = {SOLUTION + section.name: section.source for section in sections}
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    left = [text for name, text in texts.items() if name not in cells]
    for name, text in texts.items():
        if name in cells:
            cells[name].source = text
    first = "\n\n\n".join([preamble, *left])
    imports = next((cell for cell in notebook.cells if cell.get("id") == IMPORTS and cell.cell_type == "code"), None)
    if imports:
        imports.source = first
    else:
        notebook.cells.insert(0, v4.new_code_cell(first, id="module"))


def _closing(lines: list[str], end: int) -> int:
    """The end of a function with the marker that stands after its last statement."""
    while end < len(lines) and (lines[end].startswith((" ", "\t")) and lines[end].strip()):
        end += 1
    return end


def _test_cell(exercise: Exercise, check: Check) -> Any:
    from nbformat import v4

    points = f"{check.points:g} point{'' if check.points == 1 else 's'}"
    head = _comment(f"{points}: {check.title}")
    call = f'from grader.jupyter import check\n\ncheck("{exercise.id}", "{check.id}")'
    if check.held_back:
        head += f"\n# This check is held back until grading.\n{_comment(f'A hint: {check.hint}')}"
        call = f"### BEGIN HIDDEN TESTS\n{call}\n### END HIDDEN TESTS"
    marks = metadata(check.id, points=check.points)
    return v4.new_code_cell(f"{head}\n{call}", id=_id(check.id, "check-"), metadata=marks)


def _comment(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def metadata(grade_id: str, points: float | None = None) -> dict[str, Any]:
    """nbgrader's marks of a cell: a test cell where there are points, else a solution cell."""
    test = points is not None
    marks: dict[str, Any] = {
        "grade": test, "grade_id": grade_id, "locked": test, "schema_version": SCHEMA, "solution": not test,
        "task": False,
    }  # fmt: skip
    if not test:
        return {"nbgrader": marks}
    # With this tag "Run All" goes on to the next cell where a check is not passed.
    return {"nbgrader": {**marks, "points": points, "cell_type": "code"}, "tags": ["raises-exception"]}


def _id(name: str, prefix: str) -> str:
    """A cell's id: at most 64 characters, the same for the same name."""
    import hashlib

    plain = prefix + name.replace("_", "-").replace(".", "-")
    return plain if len(plain) <= 64 else f"{plain[:55]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _task(text: str) -> str:
    return _with_formulas(ast.get_docstring(ast.parse(text)) or "")


def _with_formulas(docstring: str) -> str:
    lines: list[str] = []
    for part in parts(docstring):
        block = list(part.lines)
        shown = not part.words and block[0].startswith("    ") and is_formula(block)
        lines += as_tex(block).splitlines() if shown else block
    return "\n".join(lines).strip()

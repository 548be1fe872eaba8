"""The task text of an exercise: the docstrings of its stub, as Markdown."""

import ast
import inspect

from grader.course import Exercise
from grader.errors import CourseError


def task_text(exercise: Exercise) -> str:
    """The module's docstring, then each function's and class's signature and docstring.

    It is read from the solution or the pristine stub, so what a student made of the file does not matter.
    """
    tree = ast.parse(pristine_stub(exercise))
    parts = [f"# {exercise.name}", ast.get_docstring(tree) or ""]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            parts.append(f"## {_signature(node)}")
            parts.append(_as_markdown(ast.get_docstring(node) or ""))
    return "\n\n".join(parts)


def pristine_stub(exercise: Exercise) -> str:
    """The stub as it was before anybody edited it.

    Raises:
        CourseError: neither the solution nor the packaged stub is there.
    """
    from grader.stub import make_stub

    if exercise.solution.exists():
        return make_stub(exercise.solution.read_text(encoding="utf-8"))
    if exercise.packaged_stub.exists():
        return exercise.packaged_stub.read_text(encoding="utf-8")
    raise CourseError(f"The stub of {exercise.id} is not in this course folder. Take it from the release again.")


def _signature(node: ast.FunctionDef | ast.ClassDef) -> str:
    if isinstance(node, ast.FunctionDef):
        return f"`{node.name}({ast.unparse(node.args)})`"
    made = [item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"]
    arguments = ast.unparse(made[0].args).partition(", ")[2] if made else ""
    return f"`{node.name}({arguments})`"


def _as_markdown(docstring: str) -> str:
    """Google's sections as bold words, their entries as a list, examples as code."""
    lines: list[str] = []
    section = False
    for line in inspect.cleandoc(docstring).splitlines():
        if line.rstrip() in ("Args:", "Returns:", "Raises:", "Yields:", "Attributes:"):
            lines += ["", f"**{line.strip().rstrip(':')}**", ""]
            section = True
        elif section and line.startswith("    ") and not line.startswith("     "):
            lines.append(f"- {line.strip()}")
        elif section and line.startswith("     "):
            lines.append(f"  {line.strip()}")
        else:
            section = section and not line.strip()
            lines.append(line)
    return _fence_examples(lines)


def _fence_examples(lines: list[str]) -> str:
    out: list[str] = []
    fenced = False
    for line in lines:
        if line.startswith(">>>") and not fenced:
            out.append("```python")
            fenced = True
        elif fenced and not line.strip():
            out.append("```")
            fenced = False
        out.append(line)
    return "\n".join(out + ["```"] * fenced)

"""A notebook becomes the module that its author meant, whatever state its cells are in."""

import json

import nbformat
import pytest

from grader.assignment import fill, source_notebook
from grader.notebook import NotANotebook, module_of
from grader.outcome import Status
from grader.submission import Submission, read_submission


def notebook(*cells, **metadata):
    made = [{"cell_type": "code", "metadata": {}, "source": cell, "outputs": []} for cell in cells]
    return json.dumps({"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


def run(*cells):
    """The module's names, and the sentences on what was left out."""
    module = module_of(notebook(*cells), "ex03_sgd")
    names = {}
    exec(compile(module.source, "ex03_sgd.py", "exec"), names)
    return names, module.notes


def test_functions_of_several_cells():
    names, notes = run("import math\nSCALE = 2", "def area(r):\n    return helper(r) * SCALE", "def helper(r): return r * r")
    assert names["area"](3) == 18
    assert notes == []


def test_experiments_are_left_out_and_what_functions_depend_on_stays():
    names, _ = run(
        "SEEN = []\nSEEN.append(1)\nresult = train(1000)\nprint(result)\nfor _ in range(3): train(5)",
        "def train(n):\n    SEEN.append(n)\n    return SEEN",
    )
    assert names["train"](7) == [1, 7]
    assert "result" not in names


def test_magics_and_shell_lines():
    names, notes = run(
        "%matplotlib inline\nimport math\n!pip install torch\nfiles = !ls\nx = %time 3",
        "%%time\ndef half(x):\n    return x / 2",
        "%%bash\nls",
        "def keep():\n    return '''\n%not a magic\n!nor this'''",
    )
    assert names["half"](4) == 2
    assert names["keep"]() == "\n%not a magic\n!nor this"
    assert notes == ["Cell 1: IPython's % and ! lines are left out.", "Cell 3 is left out: %%bash is no Python."]


def test_a_syntax_error_costs_its_own_function_only():
    names, notes = run("def good(): return 1\n\ndef bad(:\n    return 2\n\ndef fine(): return 3", "def other(): return good()")
    assert (names["good"](), names["fine"](), names["other"]()) == (1, 3, 1)
    assert notes == ["Cell 1, line 3: a syntax error, invalid syntax. This piece of the cell is left out."]
    with pytest.raises(RuntimeError, match="Cell 1, line 3"):
        names["bad"](1, key=2)


def test_a_crash_stays_its_own(capsys):
    names, _ = run("import nothing_of_this_name\nTABLE = 1 / 0", "@nothing\ndef f(): return TABLE", "def g(): return 1")
    assert names["g"]() == 1
    with pytest.raises(NameError):
        names["f"]()
    assert "cell 1, line 2: ZeroDivisionError: division by zero" in capsys.readouterr().out


def test_the_stub_never_replaces_what_was_written():
    written, stub = "def f():\n    return 1", "def f():\n    '''Doc.'''\n    raise NotImplementedError('f')"
    assert run(written, stub)[0]["f"]() == 1
    assert run(stub, written)[0]["f"]() == 1
    assert run(written, "def f():\n    return 2")[0]["f"]() == 2


def test_cells_out_of_order():
    names, _ = run("class B(A):\n    size = SIZE", "class A:\n    text = '''a\nb'''", "SIZE = 3", "import math\n")
    assert (names["B"].size, names["B"].text) == (3, "a\nb")


def test_lines_are_named_as_the_student_sees_them():
    module = module_of(notebook("# a\ndef f(x: int):\n    s = 1\n    return s", "def g():\n    return 2"), "ex03_sgd")
    lines = module.source.decode().splitlines()
    assert module.places[lines.index("        return s") + 1] == "cell 1, line 4"
    assert module.places[lines.index("    return 2") + 1] == "cell 2, line 2"


def test_test_cells_are_no_code_and_a_solution_cell_is_one_of_whatever_kind():
    content = json.loads(notebook("def f(): return 1", "def f(): return 2", "def g(): return 3"))
    content["cells"][1]["metadata"] = {"nbgrader": {"grade": True, "grade_id": "x"}}
    content["cells"][2] |= {"cell_type": "raw", "metadata": {"nbgrader": {"solution": True}}}
    names = {}
    exec(module_of(json.dumps(content).encode(), "m").source, names)
    assert (names["f"](), names["g"]()) == (1, 3)


def test_old_notebooks():
    cell = {"cell_type": "code", "input": ["def f():\n", "    return 1"], "language": "python", "outputs": []}
    old = {"worksheets": [{"cells": [cell]}], "nbformat": 3, "nbformat_minor": 0, "metadata": {}}
    assert b"return 1" in module_of(json.dumps(old).encode(), "m").source


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b"[]", b"3", b'{"cells": 3}', b'{"cells": [3]}', b'{"worksheets": []}', b"\xff\xfe",
     b'{"cells": [{"cell_type": "code", "source": [1, 2]}]}', b'{"cells": [{"cell_type": "code", "source": {}}]}',
     b"[" * 200_000],
)  # fmt: skip
def test_what_is_no_notebook(content, tmp_path):
    with pytest.raises(NotANotebook):
        module_of(content, "m")
    (tmp_path / "x.ipynb").write_bytes(content)
    assert "is no notebook" in str(read_submission(tmp_path / "x.ipynb", "ex03_sgd").problem)


def test_an_output_of_50_mb_is_no_matter(tmp_path):
    content = json.loads(notebook("def f(): return 1"))
    content["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]
    (tmp_path / "x.ipynb").write_text(json.dumps(content))
    submission = read_submission(tmp_path / "x.ipynb", "ex03_sgd")
    assert submission.problem is None and len(submission.source) < 1000


def both_ways(exercise, source):
    """A module as it is, and as a notebook with its functions in the cells."""
    made = source_notebook(exercise)
    fill(made, source)
    module = module_of(nbformat.writes(made).encode(), exercise.name)
    assert module.notes == []
    yield Submission(exercise.name, "x.py", source.encode())
    yield Submission(exercise.name, "x.ipynb", module.source, places=module.places)


def marks(report):
    return [(check.id, check.status, check.points) for check in report.checks]


@pytest.mark.parametrize("name", ["ex03", "ex12"])
def test_the_same_code_has_the_same_marks(course, grade_source, name):
    """All exercises, with three mutants each, through nbgrader: tests/test_both_ways.py."""
    exercise = course.exercise(name)
    solution = exercise.solution.read_text()
    stub = exercise.file.read_text()
    for source in (solution, stub, f"{solution}\n\n{exercise.mutants[0].read_text()}"):
        module, from_notebook = (grade_source(submission, name) for submission in both_ways(exercise, source))
        assert marks(module) == marks(from_notebook)
    assert {check.status for check in grade_source(stub, name).checks} == {Status.NOT_STARTED}

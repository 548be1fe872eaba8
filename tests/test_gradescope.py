import json

from grader.gradescope import to_gradescope
from grader.outcome import CheckResult, Report, Status


def result(status, number=1, **fields):
    shown = {"title": "sgd moves w", "function": "sgd", "max_points": 2, "held_back": False, "message": "w stayed.",
             "hint": "Which sign?", "output": "", "duration_s": 0.1}  # fmt: skip
    return CheckResult(id=f"check_{number}", status=status, **{**shown, **fields})


def graded(*checks, exercise="ex03_sgd"):
    return Report(exercise, "mine.py", "ab" * 32, 7, {"python": "3.12", "sandbox": {}}, 1.5, checks)


def content(*reports):
    return json.loads(to_gradescope(reports))


def test_a_test_for_each_check():
    found = content(graded(result(Status.PASSED, message="", output="epoch 1\n"), result(Status.FAILED, 2)))
    assert found["score"] == 2 == sum(test["score"] for test in found["tests"])
    assert [test["status"] for test in found["tests"]] == ["passed", "failed"]
    assert [test["max_score"] for test in found["tests"]] == [2, 2]
    assert "epoch 1" in found["tests"][0]["output"] and "Which sign?" not in found["tests"][0]["output"]
    assert found["tests"][1]["output"] == "w stayed.\n\nHint: Which sign?"
    assert found["stdout_visibility"] == "hidden"
    assert {found[name] for name in ("output_format", "test_output_format", "test_name_format")} == {"text"}


def test_held_back_shows_title_and_hint_only():
    test = content(graded(result(Status.FAILED, held_back=True, message="")))["tests"][0]
    assert (test["name"], test["output"]) == ("sgd moves w", "Hint: Which sign?")


def test_points_that_wait_for_a_gpu_are_neither_passed_nor_failed():
    found = content(graded(result(Status.PASSED), result(Status.SKIPPED, 2)))
    assert "status" not in found["tests"][1]
    assert found["output"] == "ex03_sgd: 2 points wait for a GPU."


def test_a_fault_of_the_grader_is_no_mark():
    found = content(graded(result(Status.PASSED), result(Status.GRADER_ERROR, 2)))
    assert "score" not in found and "tests" not in found
    assert "the grader itself failed" in found["output"]


def test_several_exercises_are_numbered_apart():
    found = content(graded(result(Status.PASSED)), graded(result(Status.PASSED), exercise="ex04_linear_concise"))
    assert [test["number"] for test in found["tests"]] == ["ex03.1", "ex04.1"]
    assert found["score"] == 4

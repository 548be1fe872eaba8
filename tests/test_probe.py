from grader.probe import probe

SECRET = "the expected answer"


@probe
def helper(submission, x):
    """A docstring that names the answer."""
    return submission.f(x)


@probe
def outer(submission, x):
    return [helper(submission, value) for value in x]


def run(source, name):
    namespace = {}
    exec(source, namespace)
    return namespace[name]


def test_only_the_probe_and_the_probes_it_calls_travel():
    assert "SECRET" not in outer.source
    assert "answer" not in outer.source
    assert "@probe" not in outer.source
    assert outer.source.count("def ") == 2


def test_the_source_runs_alone():
    class Submission:
        @staticmethod
        def f(x):
            return x + 1

    assert run(outer.source, "outer")(Submission, [1, 2]) == [2, 3]

"""The loop of a batch, over a pool that does what a test asks."""

from concurrent.futures import Future

import pytest

from grader.batch import AHEAD, TRIES, Batch, Count
from grader.errors import CourseError, SandboxTooWeak
from grader.handins import HandIn
from grader.plan import Work
from grader.unit import Graded, Unit


class Dies(Exception):
    """A grader died."""


class FakePool:
    """Graders that give back what `answer` says for the student; a death takes all that is in flight with it."""

    def __init__(self, answer, size=2):
        self.size = size
        self.has_gpu = False
        self.answer = answer
        self.most = 0
        self.waiting = 0

    def submit(self, unit):
        future = Future()
        answer = self.answer(unit.shown_as)
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future.add_done_callback(lambda _: setattr(self, "waiting", self.waiting - 1))
        if isinstance(answer, BaseException):
            future.set_exception(answer)
        else:
            future.set_result(answer)
        return future

    def mend(self):
        return True

    def failure(self):
        return ""

    def lost(self, error):
        return isinstance(error, Dies)


@pytest.fixture
def go(course, tmp_path):
    """Run a batch over these students; gives the count and whose results came."""

    def run(students, answer):
        exercise = course.exercise("ex03")
        work = [
            Work(
                HandIn(student, exercise, tmp_path), "all", "",
                Unit(exercise.name, student, b"", None, 1, "strict", False, {}, {}),
            )
            for student in students
        ]  # fmt: skip
        came = []
        count = Count(len(work))
        pool = FakePool(answer)
        Batch(pool, count, lambda work, _: came.append(work.hand_in.student), lambda _: None).go(work)
        return count, sorted(came)

    return run


DONE = Graded(report={})


def test_all_come_and_each_once(go):
    students = [str(number) for number in range(20)]
    count, came = go(students, lambda _: DONE)
    assert came == sorted(students)
    assert (count.graded, count.done, count.faults) == (20, 20, {})


def test_one_under_which_graders_die_costs_no_other_its_mark(go):
    tried = []

    def answer(student):
        tried.append(student)
        return Dies() if student == "3" else DONE

    count, came = go([str(number) for number in range(8)], answer)
    assert came == ["0", "1", "2", "4", "5", "6", "7"]
    assert list(count.faults) == ["3/ex03_sgd"]
    assert tried.count("3") == TRIES
    assert max(tried.count(student) for student in came) <= TRIES


def test_what_a_machine_lacks_and_faults_are_listed_and_the_rest_goes_on(go):
    answers = {"a": Graded(lacking="no TensorFlow"), "b": Graded(fault="lost"), "c": RuntimeError("broken")}
    count, came = go(["a", "b", "c", "d"], lambda student: answers.get(student, DONE))
    assert came == ["d"]
    assert count.lacking == {"a/ex03_sgd": "no TensorFlow"}
    assert count.faults == {"b/ex03_sgd": "lost", "c/ex03_sgd": "RuntimeError: broken"}


def test_a_machine_that_can_grade_nothing_ends_the_run(go):
    with pytest.raises(SandboxTooWeak):
        go(["a", "b"], lambda _: SandboxTooWeak("weak"))


def test_a_pool_that_fails_ends_the_run(course, tmp_path):
    pool = FakePool(lambda _: DONE)
    pool.submit = lambda unit: Future()
    pool.failure = lambda: "The scheduler is gone."
    unit = Unit("ex03_sgd", "a", b"", None, 1, "strict", False, {}, {})
    work = [Work(HandIn("a", course.exercise("ex03"), tmp_path), "all", "", unit)]
    with pytest.raises(CourseError, match=r"The scheduler is gone\. What was graded is kept"):
        Batch(pool, Count(1), lambda *_: None, lambda _: None).go(work)


def test_hand_ins_are_read_as_graders_come_free(course, tmp_path):
    read = []

    def work():
        for number in range(50):
            read.append(number)
            unit = Unit("ex03_sgd", "a", b"", None, 1, "strict", False, {}, {})
            yield Work(HandIn("a", course.exercise("ex03"), tmp_path), "all", "", unit)

    pool = FakePool(lambda _: DONE)
    ahead = []
    count = Count(50)
    Batch(pool, count, lambda *_: ahead.append(len(read) - count.graded), lambda _: None).go(work())
    assert max(ahead) <= AHEAD * pool.size

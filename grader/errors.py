"""Every error of the course.

CourseError                  a person can mend it: one sentence, exit code 2
├── UnknownExercise          no exercise has that id
├── CourseNotFound           not inside a course folder
├── LibraryMissing           torch or TensorFlow is not installed, or does not import
├── SandboxTooWeak           --sandbox strict, and this machine cannot hold it
├── WrongVersion             a worker of a cluster has other checks or libraries
└── ClusterUnreachable       no scheduler answers at that address, or it has no worker

GraderFault                  our fault: exit code 3, never a pass, never a student's zero
├── BrokenChecks             a checks file cannot be collected
├── ZygoteLost               the process that forks workers is gone
└── WorkerUnavailable        a worker could not be made

Abandoned                    grading was stopped for a newer version of the file; nobody's fault

CheckStopped                 the end of a check that is not a pass: the student's side of things
├── WrongAnswer      failed        what came is not what was asked
├── NotStarted       not_started   the stub's NotImplementedError
├── SubmissionError  error         the student's code raised, or cannot be imported
├── TimedOut         timed_out     no answer within the check's time
├── Crashed          crashed       the process died, exited or ran out of memory
├── Invalid          invalid       what came is no plain data
└── Deferred         skipped       needs a GPU; its points wait
"""

from typing import TYPE_CHECKING, ClassVar, Self

from grader.messages import Message

if TYPE_CHECKING:
    from grader.comparison import Comparison


class CourseError(Exception):
    """Something a person can mend; shown as one sentence."""

    exit_code = 2

    def __init__(self, template: str, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class UnknownExercise(CourseError):
    """No exercise has the id that was asked for."""


class CourseNotFound(CourseError):
    """The command needs a course folder and found none."""


class LibraryMissing(CourseError):
    """A framework that the exercise needs cannot be imported."""


class SandboxTooWeak(CourseError):
    """The strict sandbox was asked for, and a layer it needs does not hold here."""


class WrongVersion(CourseError):
    """A worker of a cluster has other checks or libraries than the batch."""


class ClusterUnreachable(CourseError):
    """The scheduler does not answer, or has no worker that could do the work."""


class GraderFault(Exception):
    """The grader itself failed; no mark may come of it."""

    exit_code = 3


class BrokenChecks(GraderFault):
    """A checks file cannot be imported or holds no check."""


class ZygoteLost(GraderFault):
    """The process that forks the workers died or does not answer."""


class WorkerUnavailable(GraderFault):
    """A worker could not be made."""


class Abandoned(Exception):
    """Grading was stopped from outside, for a newer version of the file; nothing is known of the submission."""


class CheckStopped(Exception):
    """The end of a check that is not a pass."""

    status: ClassVar[str]

    def __init__(self, template: str, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class WrongAnswer(CheckStopped):
    """The student's code gave an answer, and it is not right."""

    status = "failed"
    comparison: "Comparison | None" = None
    """What came beside what was expected, where both are arrays."""

    def beside(self, comparison: "Comparison | None") -> Self:
        """The same error with the two arrays."""
        self.comparison = comparison
        return self


class NotStarted(CheckStopped):
    """The stub's NotImplementedError is still in place."""

    status = "not_started"


class SubmissionError(CheckStopped):
    """The student's code raised, or the module cannot be imported."""

    status = "error"


class TimedOut(CheckStopped):
    """The student's code gave no answer in time."""

    status = "timed_out"


class Crashed(CheckStopped):
    """The worker died while it ran the student's code."""

    status = "crashed"


class Invalid(CheckStopped):
    """What the worker sent is no plain data, or not the data that was asked for."""

    status = "invalid"


class Deferred(CheckStopped):
    """The check needs a GPU and there is none."""

    status = "skipped"

"""What a batch gives away: one JSON for each submission, a page for its student, marks for the gradebook."""

import json
from datetime import datetime
from typing import Protocol

from grader.course import Exercise, Graded
from grader.errors import CourseError
from grader.files import write_whole
from grader.handins import HandIn
from grader.journal import Journal
from grader.merge import merged
from grader.outcome import Report
from grader.page import report_page
from grader.plan import Ledger, Name
from grader.text import printable


class Marks(Protocol):
    """What is needed of a gradebook."""

    url: str

    def record(self, student: str, exercise: Exercise, report: Report, *, handed_in_at: datetime | None = None) -> None:
        """Write the marks of one hand-in."""


class Results:
    """Writes them from the journal, so that they can be made again at any time."""

    def __init__(
        self, graded: Graded, journal: Journal, ledger: Ledger, gradebook: Marks | None, *, catching_up: bool
    ) -> None:
        self._graded = graded
        self._journal = journal
        self._ledger = ledger
        self._gradebook = gradebook
        self._catching_up = catching_up
        self.gradebook_problem = ""
        """Why marks are missing from the gradebook."""

    def report(self, name: Name) -> Report | None:
        """The whole report of a hand-in; None while the checks that need no GPU were not run."""
        base, cuda = self._ledger.places(name)
        if base < 0:
            return None
        return merged(self._read(base), self._read(cuda) if cuda >= 0 else None)

    def write(self, hand_in: HandIn) -> None:
        """The files of one hand-in, and its marks in the gradebook.

        Raises:
            CourseError: a file cannot be written.
        """
        name = hand_in.student, hand_in.exercise.name
        report = self.report(name)
        if report is None:
            return
        text = json.dumps({**report.plain(), "student": printable(hand_in.student)}, ensure_ascii=False)
        write_whole(self._graded.result(*name), text + "\n", durable=False)
        write_whole(self._graded.feedback(*name), report_page(report, title=hand_in.name), durable=False)
        self._send(hand_in, report)

    def catch_up(self, hand_in: HandIn) -> None:
        """Write what an earlier run did not come to."""
        name = hand_in.student, hand_in.exercise.name
        unwritten = not (self._graded.result(*name).exists() and self._graded.feedback(*name).exists())
        if unwritten or self._catching_up:
            self.write(hand_in)
        elif self._gradebook and self._ledger.sent.get(name) != (self._address, *self._ledger.places(name)):
            report = self.report(name)
            if report:
                self._send(hand_in, report)

    @property
    def _address(self) -> str:
        """The gradebook without what may be a password."""
        import hashlib

        assert self._gradebook
        return hashlib.blake2b(self._gradebook.url.encode(), digest_size=8).hexdigest()

    def _send(self, hand_in: HandIn, report: Report) -> None:
        """A gradebook that does not answer costs the run nothing: what it lacks is sent by the next one."""
        if not self._gradebook or self.gradebook_problem or report.faulty:
            return
        try:
            self._gradebook.record(hand_in.student, hand_in.exercise, report, handed_in_at=hand_in.handed_in_at)
        except CourseError as error:
            self.gradebook_problem = str(error)
            return
        base, cuda = self._ledger.places((hand_in.student, hand_in.exercise.name))
        sent = {"kind": "sent", "student": hand_in.student, "exercise": hand_in.exercise.name}
        entry = {**sent, "to": self._address, "all": base, "cuda": cuda}
        self._ledger.note(self._journal.append(entry), entry)

    def _read(self, place: int) -> Report:
        return Report.of_plain(self._journal.at(place)["report"])

"""One zygote for all graders of a pool: each gets a branch of it, so that the libraries are imported once.

The batch keeps the zygotes. A grader asks over a pipe that all graders share, one at a time, and gets the line to
a branch of its own.
"""

import multiprocessing
import os
import socket
import threading
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from multiprocessing.synchronize import Lock
from typing import NamedTuple

from grader.course import Exercise
from grader.errors import CourseError, GraderFault
from grader.zygote import Branch, Zygote

Libraries = tuple[str, ...]
END_S = 20


class Counter(NamedTuple):
    """Where a grader asks."""

    pipe: Connection
    turn: Lock

    def lend(self, libraries: Libraries) -> socket.socket:
        """The line to a branch of the zygote that has these libraries.

        Raises:
            LibraryMissing: the libraries cannot be imported.
            ZygoteLost: the zygote, or the batch, is gone.
        """
        with self.turn:
            self.pipe.send((os.getpid(), libraries))
            problem = self.pipe.recv()
            if problem:
                raise problem
            return socket.socket(fileno=recv_handle(self.pipe))


class Broker:
    """Serves one pool from a thread of its own. Use as a context manager; all zygotes end with it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.counter = Counter(theirs, context.Lock())
        self._zygotes: dict[Libraries, Zygote] = {}
        self._held: dict[int, Libraries] = {}
        self._thread = threading.Thread(target=self._serve, name="broker", daemon=True)

    def __enter__(self) -> "Broker":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.counter.pipe.close()  # the graders' ends are gone with them: nobody can ask any more
        self._thread.join(END_S)
        self._pipe.close()
        for zygote in self._zygotes.values():
            zygote.close()

    def start(self, libraries: Libraries) -> Zygote:
        """The zygote, which imports while the caller goes on. One that is gone is replaced."""
        made = self._zygotes.get(libraries)
        if made is None or not made.alive:
            if made:
                made.close()
            self._zygotes[libraries] = made = Zygote(libraries)
        return made

    def _serve(self) -> None:
        while True:
            try:
                grader, libraries = self._pipe.recv()
            except (EOFError, OSError):
                return
            self._lend(grader, libraries)

    def _lend(self, grader: int, libraries: Libraries) -> None:
        self._held[grader] = libraries
        for unused in self._zygotes.keys() - {libraries, *self._held.values()}:
            self._zygotes.pop(unused).close()
        try:
            line = self.start(libraries).branch()
        except (CourseError, GraderFault) as error:
            self._pipe.send(error)
            return
        with line:
            self._pipe.send(None)
            send_handle(self._pipe, line.fileno(), grader)


class Lent:
    """What `grader.zygotes.Zygotes` is, for a grader of a pool."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._made: LentBranch | None = None

    def __enter__(self) -> "Lent":
        return self

    def __exit__(self, *_: object) -> None:
        if self._made:
            self._made.close()

    def start(self, exercise: Exercise) -> Branch:
        """The branch for an exercise; one for other libraries, or that is gone, is given up."""
        made = self._made
        if made is None or made.libraries != exercise.libraries or not made.alive:
            self.__exit__()
            self._made = made = LentBranch(exercise.libraries, self._counter)
        return made


class LentBranch(Branch):
    """A branch that is asked for when the first worker is."""

    def __init__(self, libraries: Libraries, counter: Counter) -> None:
        self._counter = counter
        super().__init__(libraries, socket.socket())

    def wait_until_ready(self) -> None:
        """Get the branch, and wait for it."""
        if not self._ready:
            self._control.close()
            self._control = self._counter.lend(self.libraries)
        super().wait_until_ready()

"""Single keys from a terminal, as they are pressed, on every system; nothing where there is no terminal."""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator

NAMES = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\x1b[5~": "page up", "\x1b[6~": "page down", " ": "page down", "\r": "enter", "\n": "enter", "\x1b": "escape",
    "\x7f": "backspace", "\x08": "backspace",
}  # fmt: skip
WINDOWS_NAMES = {"H": "up", "P": "down", "I": "page up", "Q": "page down"}
CLOSED = "closed"
"""Comes once when the terminal is gone."""
LOOK_S = 0.1


@contextlib.contextmanager
def listening(heard: Callable[[str], None]) -> Iterator[None]:
    """Call `heard` from a thread for each key until the `with` ends; the terminal is as before afterwards.

    Ctrl-C stays what it is.
    """
    if not sys.stdin or not sys.stdin.isatty():
        yield
        return
    over = threading.Event()
    listen = _listen_on_windows if sys.platform == "win32" else _listen
    with _one_by_one():
        thread = threading.Thread(target=listen, args=(heard, over), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


@contextlib.contextmanager
def _one_by_one() -> Iterator[None]:
    """Keys come without Enter and are not shown."""
    if sys.platform == "win32":
        yield
        return
    import signal
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    # A shell that stopped this program (Ctrl-Z) and lets it go on has set the terminal its own way.
    old = signal.signal(signal.SIGCONT, lambda *_: tty.setcbreak(terminal))
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, old)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def names(text: str) -> list[str]:
    """The keys in what a terminal sent at once: a letter each, or one that has a name."""
    if text in NAMES:
        return [NAMES[text]]
    if text.startswith("\x1b"):
        return []
    return [NAMES.get(letter, letter) for letter in text if letter in NAMES or letter.isprintable()]


def _listen(heard: Callable[[str], None], over: threading.Event) -> None:
    import select

    terminal = sys.stdin.fileno()
    while not over.is_set():
        ready, _, _ = select.select([terminal], [], [], LOOK_S)
        if not ready:
            continue
        try:
            sent = os.read(terminal, 64)
        except OSError:
            sent = b""
        if not sent:
            heard(CLOSED)
            return
        for name in names(sent.decode(errors="ignore")):
            heard(name)


def _listen_on_windows(heard: Callable[[str], None], over: threading.Event) -> None:
    import msvcrt

    while not over.wait(LOOK_S / 2):
        while msvcrt.kbhit():  # type: ignore[attr-defined,unused-ignore]
            letter = msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
            if letter in "\x00\xe0":
                name = WINDOWS_NAMES.get(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore]
                if name:
                    heard(name)
            else:
                for name in names(letter):
                    heard(name)

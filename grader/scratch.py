"""A worker's scratch folder, removed whatever a hand-in made of it.

With a mount namespace what a worker writes is gone with it; without, it lies on the disk afterwards.
"""

import contextlib
import os
import tempfile


class Scratch(tempfile.TemporaryDirectory[str]):
    """Use as a context manager, or call `cleanup`."""

    def __init__(self) -> None:
        super().__init__(prefix="course-", ignore_cleanup_errors=True)

    def cleanup(self) -> None:
        """Remove it with all that is in it."""
        with contextlib.suppress(OSError):
            _flatten(self.name)
        super().cleanup()


def _flatten(top: str) -> None:
    """Bring every folder below `top` up into it: thousands within each other are too deep to walk."""
    count = 0
    waiting = _folders(top)
    while waiting:
        folder = waiting.pop()
        os.chmod(folder, 0o700)
        for inner in _folders(folder):
            count += 1
            place = os.path.join(top, f".flat-{os.urandom(8).hex()}-{count}")
            os.chmod(inner, 0o700)
            os.rename(inner, place)
            waiting.append(place)


def _folders(folder: str) -> list[str]:
    return [entry.path for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]

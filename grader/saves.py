"""Which exercises' files were saved, as it happens, however the editor saves."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

STEP_MS = 30
"""How long a save must be quiet before it counts: one that is written in pieces, or by renaming, is one save."""
DEBOUNCE_MS = 200
LOOK_MS = 200


@contextlib.contextmanager
def watching(folder: Path, saved: Callable[[set[str]], None], failed: Callable[[Exception], None]) -> Iterator[None]:
    """Call `saved` from a thread with the names of the Python files that changed, until the `with` ends.

    A file that went away counts as changed. `failed` hears if the folder cannot be watched any longer.
    """
    over = threading.Event()
    thread = threading.Thread(target=_watch, args=(folder, saved, failed, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _watch(
    folder: Path, saved: Callable[[set[str]], None], failed: Callable[[Exception], None], over: threading.Event
) -> None:
    import watchfiles

    try:
        for changes in watchfiles.watch(
            folder, watch_filter=lambda _, path: path.endswith(".py"), debounce=DEBOUNCE_MS, step=STEP_MS,
            stop_event=over, rust_timeout=LOOK_MS, raise_interrupt=False, recursive=False,
        ):  # fmt: skip
            saved({Path(path).name for _, path in changes})
    except Exception as error:  # whatever the system's file events raise
        failed(error)

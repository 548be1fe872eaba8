"""The libraries that a worker has before it meets a submission."""

import gc
import importlib
import sys
from collections.abc import Sequence


def load(libraries: Sequence[str]) -> None:
    """Import them, with the garbage collector off: it finds next to nothing and takes a fourth of the time.

    It stays off until a worker meets its submission, and passes over what was imported.

    Raises:
        Exception: whatever an import raises; the installation is at fault.
    """
    if "tensorflow" not in libraries:
        # torch.utils.tensorboard would import it: seconds lost, and two known crashes.
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    gc.disable()
    for library in libraries:
        importlib.import_module(library)
    gc.freeze()

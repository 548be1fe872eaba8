"""The libraries that a worker has before it meets a submission."""

import importlib
import sys
from collections.abc import Sequence


def load(libraries: Sequence[str]) -> None:
    """Import them.

    Raises:
        Exception: whatever an import raises; the installation is at fault.
    """
    if "tensorflow" not in libraries:
        # torch.utils.tensorboard would import it: seconds lost, and two known crashes.
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    for library in libraries:
        importlib.import_module(library)

"""The bounds that hold a submission, with the numbers that apply unless an exercise says otherwise."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace


@dataclass(frozen=True)
class Limits:
    """Bounds of one submission. Times in seconds of wall clock unless said, sizes in MiB."""

    check_s: float = 10.0
    """One check, from its first question to its last answer."""
    import_s: float = 20.0
    """Importing the submission."""
    submission_s: float = 120.0
    """All checks of a submission together."""
    cpu_s: int = 180
    """Processor time of one worker, in seconds."""
    memory_mb: int = 1024
    """Memory of one worker beyond what the libraries took before it started."""
    scratch_mb: int = 256
    """Everything written to the scratch folder."""
    file_mb: int = 64
    """One file."""
    open_files: int = 256
    """File descriptors open at once."""
    processes: int = 64
    """Processes and threads at once."""
    output_kb: int = 16
    """What is kept of the text that one check printed, in KiB."""

    def changed(self, changes: Mapping[str, float]) -> "Limits":
        """These limits with some of them replaced.

        Raises:
            ValueError: a name is no limit, or a value no number above 0.
        """
        unknown = set(changes) - {field.name for field in fields(self)}
        if unknown:
            raise ValueError(f"no such limit: {', '.join(sorted(unknown))}")
        for name, value in changes.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
                raise ValueError(f"{name} must be a number above 0, not {value!r}")
            if isinstance(getattr(self, name), int) and not isinstance(value, int):
                raise ValueError(f"{name} must be a whole number, not {value!r}")
        return replace(self, **changes)  # type: ignore[arg-type]

    def plain(self) -> dict[str, float]:
        """As a plain dict, to travel to a worker."""
        return asdict(self)

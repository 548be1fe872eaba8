"""Which file of a hand-in counts: a module or a notebook, and of both the newer."""

from pathlib import Path

SAME_TIME_S = 2.0
"""Files copied together differ by less."""


def chosen_file(folder: Path, name: str) -> tuple[Path, tuple[str, ...]]:
    """The file to grade, and a sentence where there was a choice. Without either, the module's path."""
    module, notebook = folder / f"{name}.py", folder / f"{name}.ipynb"
    if not _is_own_file(module):
        return (notebook if _is_own_file(notebook) else module), ()
    if not _is_own_file(notebook) or made_from_module(notebook):
        return module, ()
    ahead = module.stat().st_mtime - notebook.stat().st_mtime
    if ahead > SAME_TIME_S:
        return module, (f"Both {module.name} and {notebook.name} were handed in; {module.name} is newer and counts.",)
    why = "is newer and counts" if ahead < -SAME_TIME_S else "counts, as both are of the same time"
    return notebook, (f"Both {module.name} and {notebook.name} were handed in; {notebook.name} {why}.",)


def _is_own_file(path: Path) -> bool:
    """Whether it is a file, and no link to one that lies elsewhere."""
    return path.is_file() and not path.is_symlink()


def made_from_module(notebook: Path) -> bool:
    """Whether the course made the notebook, from a module that was handed in alone."""
    import json

    if notebook.stat().st_size > 2**20:
        return False
    try:
        return bool(json.loads(notebook.read_bytes())["metadata"]["course"]["from_module"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False

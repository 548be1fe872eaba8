"""Sentences in a terminal, broken into lines as both languages ask.

Rich breaks at spaces alone. Chinese has none: there a line may end after any character, but none begins with a
closing mark or ends with an opening one.
"""

import re
from typing import Any

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.containers import Lines
from rich.text import Text

WIDE = "\u2e80-\u9fff\uff00-\uffef“”‘’…—"
OPENING = "（《「『【〔“‘(["
CLOSING = "，。、；：？！）》」』】〕”’…—,.;:?!)%]"
PIECE = re.compile(rf"[{re.escape(OPENING)}]*(?:[{WIDE}]|[^\s{WIDE}]+)[{re.escape(CLOSING)}]*\s*|\s+")
"""What stays on one line."""


def breaks(line: str, width: int) -> list[int]:
    """Where the lines after the first begin, for a terminal of this many columns."""
    found, start, taken = [], 0, 0
    for match in PIECE.finditer(line):
        piece = match[0]
        room = cell_len(piece.rstrip())
        if taken and taken + room > width:
            found.append(match.start())
            taken = 0
        if room > width:
            parts = chop_cells(piece, width)
            start = match.start()
            for part in parts[:-1]:
                start += len(part)
                found.append(start)
            piece = parts[-1]
        taken += cell_len(piece)
    return found


class Prose(Text):
    """A text whose Chinese lines end where they may."""

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        """The lines for this many columns."""
        lines = Lines()
        for line in self.split(allow_blank=True):
            if not re.search(f"[{WIDE}]", line.plain):
                lines.extend(line.wrap(console, width, **how))
                continue
            pieces = line.divide(breaks(line.plain, width))
            for piece in pieces:
                piece.rstrip()
            lines.extend(pieces)
        return lines

"""Text that came from a hand-in, made fit for a terminal, a page and an XML file."""

import re
import unicodedata

# Colours, cursor movements, window titles: ECMA-48 control sequences and operating system commands.
_SEQUENCES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_]")


def printable(text: str) -> str:
    """Without terminal sequences; other control characters, surrogates and direction marks become �."""
    return "".join(
        letter if letter in "\n\t" or letter.isprintable() or unicodedata.category(letter) == "Zs" else "\ufffd"
        for letter in _SEQUENCES.sub("", text.replace("\r\n", "\n"))
    )

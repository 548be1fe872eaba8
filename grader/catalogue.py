"""For authors: keep the catalogues up to date with the sources, compile them, and say what they lack."""

import re
import string
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from grader.course import LOCALE
from grader.extraction import Text
from grader.language import DOMAIN, ENGLISH, NAMES, PHRASE

EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
"""The date in a catalogue's head, always the same, so that nothing changes where no text does."""


def paths(code: str) -> tuple[Path, Path]:
    """The catalogue that translators edit, and the compiled one that is read at run time."""
    folder = LOCALE / code / "LC_MESSAGES"
    return folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"


def languages() -> list[str]:
    """The languages that there is a catalogue for."""
    return [code for code in NAMES.values() if code != ENGLISH.code]


def read(code: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    po = paths(code)[0]
    if not po.exists():
        return Catalog(locale=code, project="course", fuzzy=False)
    return read_po(BytesIO(po.read_bytes()), locale=code)


def updated(code: str, wanted: Iterable[Text]) -> Catalog:
    """The catalogue with every wanted text, what was translated of them kept; those no longer wanted are left out."""
    old = read(code)
    made = Catalog(
        locale=code,
        project="course",
        version="1",
        header_comment=f"# {code}: made by `course dev translations`; edit only msgstr.",
        copyright_holder="the course",
        msgid_bugs_address="the maintainers",
        last_translator="the course",
        language_team="the course",
        creation_date=EPOCH,
        revision_date=EPOCH,
        fuzzy=False,
    )
    for text in wanted:
        context = PHRASE if text.phrase else None
        before = old.get(text.id, context)
        empty = "" if isinstance(text.id, str) else ("",)
        made.add(
            text.id,
            before.string if before and before.id == text.id else empty,
            locations=[(text.file, 0)],
            context=context,
            flags=["python-brace-format"] if fields_of(text.id) else [],
        )
    return made


def save(code: str, catalogue: Catalog) -> None:
    """Write the catalogue, and compile it."""
    po, mo = paths(code)
    po.parent.mkdir(parents=True, exist_ok=True)
    content = BytesIO()
    write_po(content, catalogue, width=0, include_lineno=False, sort_by_file=False)
    po.write_bytes(content.getvalue())
    mo.write_bytes(compiled(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    """The content of the `.mo` file."""
    content = BytesIO()
    write_mo(content, catalogue)
    return content.getvalue()


def fresh(code: str) -> bool:
    """Whether the compiled file is that of the catalogue as it is."""
    mo = paths(code)[1]
    return mo.exists() and mo.read_bytes() == compiled(read(code))


def missing(catalogue: Catalog, wanted: Iterable[Text]) -> list[Text]:
    """The wanted texts that are not translated."""
    lacking = []
    for text in wanted:
        message = catalogue.get(text.id, PHRASE if text.phrase else None)
        found = message.string if message else ""
        if not (found if isinstance(found, str) else found and all(found)):
            lacking.append(text)
    return lacking


def wrong_fields(catalogue: Catalog) -> list[str]:
    """The texts whose translation does not have the same fields; with them a message could not be put together."""
    wrong = []
    for message in catalogue:
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if message.id and any(each and fields_of(each) != fields_of(ids[-1]) for each in strings):
            wrong.append(ids[-1])
    return wrong


def fields_of(text: Any) -> set[tuple[str, str, str | None]]:
    """The fields of a template, or nothing where the text is no template, such as one with mathematics in it."""
    text = text if isinstance(text, str) else text[-1]
    try:
        found = string.Formatter().parse(text)
        percent = {(name, "%", None) for name in re.findall(r"%\((\w+)\)s", text)}
        return percent | {(name, spec or "", how) for _, name, spec, how in found if name is not None}
    except ValueError:
        return set()

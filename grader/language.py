"""The language a person reads. English is the source; other languages are gettext catalogues in `grader/locale/`."""

import gettext
import os
import re
import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

VARIABLE = "COURSE_LANG"
LOCALE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
DOMAIN = "course"
PHRASE = "phrase"
SEPARATOR = "\x04"
"""What gettext puts between a context and its text."""
LONGEST_PHRASE = 400


@dataclass(frozen=True)
class Language:
    """A language, and whether a person asked for it by `--lang` or `COURSE_LANG`, not the machine by its locale."""

    code: str
    chosen: bool = False


ENGLISH = Language("en")
NAMES = {"en": "en", "zh": "zh_CN"}
"""What a person writes, and the catalogue's folder."""

_WIDE = "\u2e80-\u9fff\uff00-\uffef"
_GAP = re.compile(rf"(?<=[{_WIDE}]) (?=[{_WIDE}])|(?<=[。，：；？！）]) (?=\S)")
_language: ContextVar[Language] = ContextVar("language")
_of_process = [ENGLISH]


def current() -> Language:
    """The language of this context; in a thread that was given none, that of the process."""
    return _language.get(_of_process[0])


def speak(language: Language) -> None:
    """Make it the language of the whole process, click's own words included. For a program's `main`."""
    from grader.course import LOCALE

    _of_process[0] = language
    if language.code != ENGLISH.code:
        os.environ["LANGUAGE"] = language.code  # where gettext, and so click, looks
        gettext.bindtextdomain(DOMAIN, LOCALE)
        gettext.textdomain(DOMAIN)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Make it the language inside a `with`."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """By `--lang` among the arguments, then `COURSE_LANG`, then the locale.

    Raises:
        CourseError: the option or the variable names a language that there is none of.
    """
    from grader.errors import CourseError

    for name, wanted in (("--lang", _option(arguments)), (VARIABLE, environment.get(VARIABLE))):
        if wanted:
            code = _catalogue(wanted)
            if not code:
                raise CourseError(
                    "{name}: there is no language {wanted}; choose one of {languages}.",
                    name=name, wanted=wanted, languages=", ".join(NAMES),
                )
            return Language(code, chosen=True)
    return Language(_catalogue(_locale(environment)) or ENGLISH.code)


def _option(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, wherever it stands: help is written before click has read all arguments."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument == "--lang":
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _catalogue(name: str) -> str | None:
    """`zh_CN` for `zh`, `zh-Hans` or `zh_CN.UTF-8`; None where there is none."""
    return NAMES.get(re.split(r"[-_.@:]", name.lower())[0])


def _locale(environment: Mapping[str, str]) -> str:
    for name in LOCALE_VARIABLES:
        if environment.get(name):
            return environment[name]
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


def mark(text: str) -> str:
    """The text as it is: says that it is translated later, where it is shown."""
    return text


def translate(text: str, /, **values: object) -> str:
    """The text in the current language, its fields filled with the values."""
    from grader.messages import Message

    return Message(text, values).render()


def translated(text: str) -> str:
    """The text in the current language, its fields left alone; English where the catalogue lacks it."""
    language = current().code
    return text if language == ENGLISH.code or not text else _translations(language).gettext(text)


def phrase(text: str) -> str:
    """A part of a sentence that was put together, such as `X after pad2d(X, 1)`, in the current language.

    A part that the catalogue has as it is comes first, then the phrase with fields that fits it and says most.
    """
    language = current().code
    whole = translated(text)
    if whole != text or language == ENGLISH.code or " " not in text or len(text) > LONGEST_PHRASE:
        return whole
    return _by_pattern(language, text)


def spoken(value: object) -> object:
    """A value of a message, in the current language. A single word may be a name, such as that of a command."""
    from grader.messages import Message

    if isinstance(value, Message):
        return value.render()
    return translated(value) if type(value) is str and " " in value else value


def closed_up(text: str) -> str:
    """Without the spaces that fields leave between two Chinese letters, or after a Chinese sign."""
    return text if current().code == ENGLISH.code else _GAP.sub("", text)


@cache
def _translations(code: str) -> gettext.NullTranslations:
    from grader.course import LOCALE

    return gettext.translation(DOMAIN, LOCALE, [code], fallback=True)


@cache
def _patterns(code: str) -> list[tuple[re.Pattern[str], str]]:
    """The catalogue's phrases: first those that begin with a word of their own, as what stands outermost does
    (`X after pad2d(X, 1) for X (3, 4)`), and among these the one with most words of its own."""
    # gettext has no public way to list a catalogue; this attribute has had its name since Python 2.
    catalogue: dict[object, str] = getattr(_translations(code), "_catalog", {})
    prefix = PHRASE + SEPARATOR
    found = [(key.removeprefix(prefix), text) for key, text in catalogue.items()
             if isinstance(key, str) and key.startswith(prefix)]  # fmt: skip
    found.sort(key=lambda pair: (pair[0].startswith("{"), -len(re.sub(r"{[^{}]*}", "", pair[0])), pair[0]))
    return [(pattern_of(template), text) for template, text in found]


def pattern_of(template: str) -> re.Pattern[str]:
    """What fits a phrase; its fields are named groups."""
    parts = []
    for literal, field, _, _ in string.Formatter().parse(template):
        parts.append(re.escape(literal))
        if field:
            parts.append(f"(?P<{field}>.*?)")
    return re.compile("".join(parts), re.DOTALL)


def _by_pattern(code: str, text: str) -> str:
    for pattern, template in _patterns(code):
        # A sentence is no mere part: only a phrase that is a sentence itself may take it apart.
        fits = None if text.endswith(".") and not template.endswith(("。", ".")) else pattern.fullmatch(text)
        if fits:
            return template.format(**{name: phrase(part) for name, part in fits.groupdict().items()})
    return text

"""Hand-ins that resemble each other: evidence for a person to look at, never a verdict.

Fingerprints are those of Schleimer, Wilkerson and Aiken, "Winnowing" (SIGMOD 2003), by copydetect: names, comments
and strings do not count. What the stub has is left out, and so is what many of the class write, for there are only
so many ways to write one formula.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from grader.course import Exercise
from grader.errors import LibraryMissing
from grader.handins import HandIn
from grader.page import environment
from grader.tasktext import pristine_stub
from grader.text import printable

GRAM = 18
"""Characters of filtered code that must be alike in a row to count."""
WINDOW = 8
COMMON_SHARE = 0.2
FEWEST_COMMON = 5
"""A passage that so many of the class have, and at least so many, is how one writes it, not a trace."""
LEAST_SHARED = 3
MOST_CHARACTERS = 200_000
MOST_PAIRS = 60

Piece = tuple[bool, str]
"""Whether it is alike, and the text."""


@dataclass(frozen=True)
class Side:
    """One hand-in of a pair."""

    name: str
    share: float
    """How much of its own code is alike, in percent."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Pair:
    """Two hand-ins, side by side."""

    exercise: str
    left: Side
    right: Side
    alike: int
    """Characters of code that are alike."""
    identical: bool

    @property
    def share(self) -> float:
        """The larger of both sides' shares."""
        return max(self.left.share, self.right.share)


def similar_pairs(hand_ins: Iterable[HandIn], least: float) -> list[Pair]:
    """Pairs of the same exercise of which one has at least `least` percent alike, the most alike first.

    Raises:
        LibraryMissing: copydetect is not installed.
    """
    by_exercise: dict[Exercise, list[HandIn]] = defaultdict(list)
    for hand_in in hand_ins:
        by_exercise[hand_in.exercise].append(hand_in)
    pairs = [pair for exercise, group in by_exercise.items() for pair in _pairs_of(exercise, group, least)]
    return sorted(pairs, key=lambda pair: (-pair.identical, -pair.share, -pair.alike, pair.left.name))


def similar_page(pairs: Sequence[Pair], compared: int, least: float, made_at: str) -> str:
    """The report as one HTML page without script or network."""
    template = environment().get_template("similar.html")
    shown = pairs[:MOST_PAIRS]
    return str(template.render(pairs=shown, all=len(pairs), compared=compared, least=least, made_at=made_at))


def _pairs_of(exercise: Exercise, hand_ins: list[HandIn], least: float) -> list[Pair]:
    try:
        from copydetect import CodeFingerprint, compare_files
    except ImportError as error:
        raise LibraryMissing("Comparing hand-ins needs copydetect: pip install 'course[batch]'.") from error

    def fingerprint(text: str, window: int, left_out: Any) -> Any:
        name = exercise.file.name
        return CodeFingerprint(name, GRAM, window, list(left_out), True, "python", io.StringIO(text))

    texts = {hand_in.name: _text(hand_in) for hand_in in hand_ins}
    texts = {name: text for name, text in texts.items() if text}
    stub = fingerprint(pristine_stub(exercise), 1, []).hashes
    common = _common(fingerprint(text, 1, stub).hashes for text in texts.values())
    prints = {name: fingerprint(text, WINDOW, [*stub, *common]) for name, text in texts.items()}
    found = []
    for first, second in _candidates(prints, texts):
        alike, shares, slices = compare_files(prints[first], prints[second])
        identical = texts[first] == texts[second]
        percents = [100.0 if identical else min(100.0, 100 * float(share)) for share in shares]
        if identical or max(percents) >= least:
            sides = [
                Side(name, percent, ((True, texts[name]),) if identical else _pieces(texts[name], spans))
                for name, percent, spans in zip((first, second), percents, slices, strict=True)
            ]
            count = len(texts[first]) if identical else int(alike)
            found.append(Pair(exercise.name, sides[0], sides[1], count, identical))
    return found


def _text(hand_in: HandIn) -> str:
    submission = hand_in.read()
    if submission.problem:
        return ""
    text = submission.source[:MOST_CHARACTERS].decode("utf-8", "replace").replace("\r\n", "\n")
    return printable(text).removeprefix("\ufeff")


def _common(hashes: Iterable[Any]) -> list[int]:
    """Fingerprints that many of the class have."""
    counts: Counter[int] = Counter()
    size = 0
    for each in hashes:
        counts.update(each)
        size += 1
    most = max(FEWEST_COMMON, COMMON_SHARE * size)
    return [value for value, count in counts.items() if count > most]


def _candidates(prints: dict[str, Any], texts: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs that have enough in common to be compared: each fingerprint is in few hand-ins, so these are few."""
    owners: dict[int, list[str]] = defaultdict(list)
    for name, each in prints.items():
        for value in each.hashes:
            owners[value].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in owners.values():
        shared.update(combinations(sorted(names), 2))
    same: dict[str, list[str]] = defaultdict(list)
    for name, text in texts.items():
        same[text].append(name)
    identical = {pair for names in same.values() for pair in combinations(sorted(names), 2)}
    return sorted(identical | {pair for pair, count in shared.items() if count >= LEAST_SHARED})


def _pieces(text: str, spans: Any) -> tuple[Piece, ...]:
    """The text, cut where it begins and ends to be alike."""
    pieces: list[Piece] = []
    place = 0
    for start, end in sorted(zip(*(side.astype(int).tolist() for side in spans), strict=True)):
        if end <= place:
            continue
        start = max(start, place)
        pieces += [(False, text[place:start]), (True, text[start:end])]
        place = end
    pieces.append((False, text[place:]))
    return tuple(piece for piece in pieces if piece[1])

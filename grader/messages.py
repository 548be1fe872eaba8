"""A message as a template and its values, so that it can be shown in more than one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.language import closed_up, phrase, spoken, translated

WORDS_IN = ("mode", "before", "after", "state", "part", "others")
"""The fields that checks fill with a single word, such as `training`."""
PHRASES_IN = frozenset({"name", "what", "call", "how", "asked", "part", "which", *WORDS_IN})
"""The fields that checks fill with words of their own put together; every other may hold a hand-in's text."""


@dataclass(frozen=True)
class Message:
    """A sentence for a person. `template` is a `str.format` template; `values` fill its fields."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template

    def render(self) -> str:
        """The sentence in the current language."""
        if not self.values:
            return phrase(self.template)
        template = translated(self.template)
        return closed_up(template.format(**{name: _spoken(name, value) for name, value in self.values.items()}))


def _spoken(name: str, value: object) -> object:
    return phrase(value) if name in PHRASES_IN and type(value) is str else spoken(value)

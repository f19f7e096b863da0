"""Two people change one thing: whoever is second sees both texts, and nothing is lost.

A form carries a digest of what it was filled with. When what is stored has another
digest by the time the form comes back, somebody else was first.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from werkzeug.datastructures import MultiDict

from webapp.site.formats import day

Form = Mapping[str, str]
FIELD = "versie"
LENGTH = 16  # hex digits
NOTHING = "(leeg)"
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A field that two people filled in differently, in the words of the page."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """The fields of a form by their label; `words` says what chosen values mean."""

    labels: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]

    def version(self, stored: Form) -> str:
        """What a form that shows `stored` carries along."""
        values = [(name, _values(stored, name)) for name in sorted(self.labels)]
        return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:LENGTH]

    def clashes(self, typed: Form, stored: Form) -> tuple[Clash, ...]:
        """What differs from what somebody else stored since the form was shown.

        Nothing when nobody was first, nor when both came to the same.
        """
        if typed.get(FIELD) in (None, self.version(stored)):
            return ()
        return tuple(
            Clash(
                label=label,
                stored=self._said(stored, name),
                typed=self._said(typed, name),
            )
            for name, label in self.labels.items()
            if _values(typed, name) != _values(stored, name)
        )

    def _said(self, form: Form, name: str) -> str:
        words = self.words.get(name, {})
        said = (words.get(one) or _day_in(one) for one in _values(form, name))
        return ", ".join(said) or NOTHING


def _day_in(value: str) -> str:
    """A day as people write it; forms send it as `2026-11-17`."""
    if not A_DAY.fullmatch(value):
        return value
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def guarded(
    labels: Mapping[str, str], **words: Mapping[str, str] | tuple[tuple[str, str], ...]
) -> Guarded:
    """The guard of a form, with the words of its choices by name of the field."""
    return Guarded(
        labels=labels, words={name: dict(some) for name, some in words.items()}
    )


def _values(form: Form, name: str) -> list[str]:
    sent = form.getlist(name) if isinstance(form, MultiDict) else [form.get(name) or ""]
    cleaned = (one.replace("\r\n", "\n").strip() for one in sent)
    return sorted(one for one in cleaned if one)

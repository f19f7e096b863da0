"""Patterns that are tried only where a plain word that they need stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Named = TypeVar("Named")
Keyed = Sequence[tuple[str, re.Pattern[str], Named]]


def keyed(rows: Iterable[tuple[str, str, Named]]) -> Keyed[Named]:
    """Rows of what a text must hold, the pattern that is then tried, and its name."""
    return tuple((key, re.compile(words), name) for key, words, name in rows)


def tried_on(
    text: str, patterns: Keyed[Named]
) -> Iterator[tuple[re.Pattern[str], Named]]:
    """The patterns that can be found in a text in small letters."""
    return ((words, name) for key, words, name in patterns if key in text)

"""Words for who else is around the work and what they do: `people.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_ANY = r"\w*"


def one(*groups: str) -> str:
    """The words of groups for one of them, to stand between brackets in a pattern."""
    return _either(word for group in groups for word in _words(group))


def many(*groups: str) -> str:
    """The words of groups for several of them: `monteurs|koks`."""
    return _either(word for group in groups for word in _words(group).values())


def any_of(*groups: str) -> str:
    """The words of groups, whether for one or several."""
    pairs = (pair for group in groups for pair in _words(group).items())
    return _either(word for pair in pairs for word in pair)


def _words(group: str) -> Mapping[str, str]:
    """Words for one, with those for several; a word used as it stands is both."""
    words: str | Mapping[str, str] = _groups()[group]
    if isinstance(words, str):
        return {word: word for word in words.split("|")}
    return words


def _either(words: Iterable[str]) -> str:
    """Alternatives, with one look for all words that may have letters before them."""
    said = dict.fromkeys("|".join(words).replace("*", _ANY).split("|"))
    ends = [word.removeprefix(_ANY) for word in said if word.startswith(_ANY)]
    whole = [word for word in said if not word.startswith(_ANY)]
    return "|".join([*whole, rf"{_ANY}(?:{'|'.join(ends)})"] if ends else whole)


@cache
def _groups() -> Mapping[str, Any]:
    text = files("matching.demands").joinpath("people.toml").read_text("utf-8")
    return tomllib.loads(text)

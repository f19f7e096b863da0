"""The words by which documents name the fields, read from vocabulary.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Words for one field, or for several that the unit of a number tells apart."""

    name: str
    pattern: re.Pattern[str]
    default: str
    units: Mapping[str, str]
    levels: Sequence[tuple[int, re.Pattern[str]]]
    choices: Mapping[str, re.Pattern[str]]
    implied: bool

    @property
    def fields(self) -> frozenset[str]:
        """Every field that these words may mean."""
        return frozenset((self.default, *self.units.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A family named in a text, at these offsets.

    `guessed`: a number stands there that may mean other families as well.
    """

    family: Family
    start: int
    end: int
    guessed: bool = False


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the list."""
    text = files("matching.documents").joinpath("vocabulary.toml").read_text("utf-8")
    return tuple(_family(name, row) for name, row in tomllib.loads(text).items())


def mentions(text: str) -> tuple[Mention, ...]:
    """What a text names, in its order; inside a longer name a shorter is not heard."""
    found = [
        Mention(family=family, start=match.start(), end=match.end())
        for family in families()
        for match in family.pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Mention] = []
    for one in found:
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _family(name: str, row: Mapping[str, Any]) -> Family:
    return Family(
        name=name,
        pattern=re.compile(rf"(?<!\w)(?:{'|'.join(row['words'])})(?!\w)", _FLAGS),
        default=row["default"],
        units=row.get("units", {}),
        levels=tuple(
            (int(level), re.compile(words, _FLAGS))
            for level, words in row.get("levels", {}).items()
        ),
        choices={
            key: re.compile(rf"(?<!\w)(?:{words})(?!\w)", _FLAGS)
            for key, words in row.get("choices", {}).items()
        },
        implied=row.get("implied", False),
    )


_FLAGS = re.IGNORECASE

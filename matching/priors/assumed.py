"""What we assume of work ourselves, per ISCO-08 group: `assumed_loads.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, cast

from matching.case import Load

UNIT_GROUP_DIGITS = 4
LOADS: tuple[Load, ...] = ("low", "medium", "high", "unknown")

Row = Mapping[str, Any]


def assumed(isco: str, field: str) -> Load | None:
    """Our judgement for the longest part of the code that has one for this field."""
    judged = judgements()
    return next(
        (
            load
            for digits in range(len(isco), 0, -1)
            if (load := judged.get((isco[:digits], field)))
        ),
        None,
    )


@cache
def judgements() -> Mapping[tuple[str, str], Load]:
    """All judgements by the first digits of a code and the field; later rows count."""
    return MappingProxyType(
        {
            (prefix, field): load
            for row in table("assumed_loads.toml")["work"]
            for field, load in loads_of(row)
            for prefix in row["isco"].split()
        }
    )


def loads_of(row: Row) -> Iterator[tuple[str, Load]]:
    """The fields that a row speaks of, each with its load."""
    for load in LOADS:
        for name in row.get(load, "").split():
            for field in fields_of(name):
                yield field, load


@cache
def fields_of(name: str) -> Sequence[str]:
    """The fields behind a word of the table; a word that is no name is a field."""
    if name not in names():
        return (name,)
    return tuple(field for part in names()[name].split() for field in _deeper(part))


@cache
def names() -> Mapping[str, str]:
    """The words of the table for one or more fields."""
    return cast("Mapping[str, str]", table("assumed_loads.toml")["names"])


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of judgements beside this module."""
    return tomllib.loads(files("matching.priors").joinpath(name).read_text("utf-8"))


def _deeper(part: str) -> Sequence[str]:
    return (part,) if names().get(part) == part else fields_of(part)

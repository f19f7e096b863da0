"""The table of rights: the files beside this module, read and checked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from schemas.account import PERSONAS, Persona

Letters = Literal["R", "RW", "CR", "CRW", "S", "-"]
Verb = Literal["read", "add", "change"]
FOLDER = Path(__file__).parent


class RightsError(ValueError):
    """The table of rights contradicts itself, or is asked for what is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """A kind of data, in Dutch words, and per persona the letters of the matrix."""

    name: str
    words: str
    letters: Mapping[Persona, Letters]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRight:
    """What each persona may do with one column; who is not named may do nothing."""

    data: str
    verbs: Mapping[Persona, frozenset[Verb]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRight:
    """Which personas may call a function that works with the owner's rights."""

    data: str
    personas: frozenset[Persona]


def data_of(name: str) -> Data:
    """The kind of data by its name; RightsError when there is none."""
    found = kinds().get(name)
    if found is None:
        raise RightsError(f"{name!r} is no kind of data in schemas/rights/matrix.toml")
    return found


def may(persona: Persona, name: str, *, writing: bool) -> bool:
    """Whether a page of this persona may show, or change, this kind of data."""
    letters = data_of(name).letters[persona]
    return "W" in letters if writing else letters != "-"


@cache
def kinds() -> Mapping[str, Data]:
    """Every kind of data, in the order of the table."""
    found = {}
    for name, row in _read("matrix.toml")["data"].items():
        letters = {persona: row.get(persona) for persona in PERSONAS}
        if row.keys() - {"is", *PERSONAS} or not set(letters.values()) <= LETTERS:
            raise RightsError(f"{name}: each persona has one of {sorted(LETTERS)}")
        found[name] = Data(name=name, words=row["is"], letters=letters)
    return found


@cache
def functions() -> Mapping[str, FunctionRight]:
    """Every function a persona may call; RightsError for one without a right."""
    found = {}
    for name, row in _read("matrix.toml")["functions"].items():
        for persona in row["personas"]:
            if not may(persona, row["data"], writing=False):
                raise RightsError(f"{name}: {persona} has no right to {row['data']}")
        personas = frozenset(row["personas"])
        found[name] = FunctionRight(data=row["data"], personas=personas)
    return found


@cache
def columns() -> Mapping[tuple[str, str], ColumnRight]:
    """Every column a persona has a right to, by (table, name).

    RightsError for a right that the letters do not give, or a column that is in twice.
    """
    found: dict[tuple[str, str], ColumnRight] = {}
    for table, groups in _read("columns.toml").items():
        for group in groups:
            right = _right(table, group)
            for name in group["columns"]:
                if (table, name) in found:
                    raise RightsError(f"{table}.{name} has its rights twice")
                found[table, name] = right
    return found


def _right(table: str, group: Mapping[str, Any]) -> ColumnRight:
    if unknown := group.keys() - {"data", "columns", *PERSONAS}:
        raise RightsError(f"{table}: {sorted(unknown)} means nothing")
    data_of(group["data"])
    verbs = {one: frozenset(group[one].split()) for one in PERSONAS if one in group}
    for persona, wanted in verbs.items():
        if beyond := wanted - set(_verbs_of(persona, group["data"])):
            raise RightsError(
                f"{table}: {persona} may not {sorted(beyond)} {group['data']}"
            )
    return ColumnRight(data=group["data"], verbs=verbs)


def _verbs_of(persona: Persona, name: str) -> Iterator[Verb]:
    """What the letters give."""
    if may(persona, name, writing=False):
        yield "read"
    if may(persona, name, writing=True):
        yield from WRITING


def _read(name: str) -> dict[str, Any]:
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)


LETTERS = frozenset(get_args(Letters))
WRITING: tuple[Verb, ...] = ("add", "change")

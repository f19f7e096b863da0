"""The catalogue of columns: the tables beside this module, read and checked."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from schemas.retention import terms

Class = Literal["none", "account", "personal", "health", "confidential", "log"]
LeftOut = Literal["secret", "others", "nobody", "program", "itself"]
FOLDER = Path(__file__).parent


class CatalogueError(ValueError):
    """The catalogue contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of one table.

    `kind` is `none` for what is about nobody, `account` for users of the site,
    `personal`, `health` and `confidential` for people, `log` for the record of who did
    what. `keep` is a term of `schemas.retention`. `sees` are the personas and programs
    with a right to read it, as the database grants it (the maintenance of the database
    aside); what is about nobody does not say. `export`: in what a candidate may take;
    `left_out` says why something is not. `sealed`: by the candidate's key
    (`schemas.vault`).
    """

    table: str
    name: str
    kind: Class
    purpose: str
    keep: str
    sees: frozenset[str] = frozenset()
    export: bool = False
    left_out: LeftOut | None = None
    sealed: bool = False


@cache
def catalogue() -> Mapping[tuple[str, str], Column]:
    """Every column by (table, name); CatalogueError when the files contradict."""
    found = [column for path in sorted(FOLDER.glob("*.toml")) for column in _read(path)]
    twice = [
        key for key, n in Counter((c.table, c.name) for c in found).items() if n > 1
    ]
    if twice:
        raise CatalogueError(f"in the catalogue twice: {twice}")
    return {(column.table, column.name): column for column in found}


def of_kind(*kinds: Class) -> list[Column]:
    """The columns of these kinds, table by table."""
    return [column for column in catalogue().values() if column.kind in kinds]


def exported() -> list[Column]:
    """What belongs in the export of a candidate, table by table."""
    return [column for column in catalogue().values() if column.export]


def _read(path: Path) -> Iterator[Column]:
    with path.open("rb") as file:
        tables = tomllib.load(file)
    for table, groups in tables.items():
        for group in groups:
            yield from _columns(table, group)


def _columns(table: str, group: Mapping[str, Any]) -> Iterator[Column]:
    if unknown := group.keys() - KEYS:
        raise CatalogueError(f"{table}: {sorted(unknown)} means nothing")
    if missing := KEYS - OPTIONAL - group.keys():
        raise CatalogueError(f"{table}: {sorted(missing)} is missing")
    if group["class"] not in get_args(Class) or group["keep"] not in terms():
        raise CatalogueError(f"{table}: no such class or term")
    if (group["class"] == "none") == ("sees" in group):
        raise CatalogueError(f"{table}: say who sees it, unless it is about nobody")
    _check_own_file(table, group)
    for name in group["columns"]:
        yield Column(
            table=table,
            name=name,
            kind=group["class"],
            purpose=group["purpose"],
            keep=group["keep"],
            sees=frozenset(group.get("sees", ())),
            export=group.get("export", False),
            left_out=group.get("left_out"),
            sealed=group.get("sealed", False),
        )


def _check_own_file(table: str, group: Mapping[str, Any]) -> None:
    """What is about somebody is in a candidate's own file, or the reason is told."""
    export, left_out = group.get("export", False), group.get("left_out")
    if left_out is not None and left_out not in get_args(LeftOut):
        raise CatalogueError(f"{table}: no such reason to leave it out")
    if export and left_out:
        raise CatalogueError(f"{table}: in the own file, or left out of it")
    if group["class"] != "none" and not export and not left_out:
        raise CatalogueError(f"{table}: say whether it is in a candidate's own file")


OPTIONAL = {"sees", "export", "left_out", "sealed"}
KEYS = {"columns", "class", "purpose", "keep"} | OPTIONAL

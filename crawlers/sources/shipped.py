"""The employers' sites that come with the program, all off: see sources.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from schemas.source import Platform, Source

USUAL_DELAY = 2.0  # seconds between two requests
WORDS = ("name", "employer", "sector", "url", "platform", "note")


class BadListError(ValueError):
    """The list that came with the program holds a row that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A source that may be switched on, and the sector it is of."""

    source: Source
    sector: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """Every site of the list that came with the program, in its order."""
    return read_list(
        resources.files("crawlers.sources").joinpath("sources.toml").read_text()
    )


def shipped_named(name: str) -> Shipped | None:
    """The site of that name, if the list has it."""
    return next((each for each in shipped() if each.source.name == name), None)


def read_list(text: str) -> tuple[Shipped, ...]:
    """Read a list; BadListError names the row that is wrong or is not off."""
    found = tomllib.loads(text)
    rows = [_read(row, found["listed"]) for row in found["source"]]
    for key in ("name", "url"):
        values = [getattr(row.source, key) for row in rows]
        if twice := {value for value in values if values.count(value) > 1}:
            raise BadListError(f"twice in the list: {', '.join(sorted(twice))}")
    return tuple(rows)


def _read(row: dict[str, Any], listed: str) -> Shipped:
    wrong = [key for key in WORDS if not isinstance(row.get(key), str) or not row[key]]
    if row.get("platform") not in get_args(Platform):
        wrong.append("platform")
    if (row.get("terms"), row.get("enabled")) != ("unknown", False):
        wrong.append("terms and enabled: nobody decided yet")
    if wrong:
        raise BadListError(f"{row.get('name', '?')}: {', '.join(wrong)}")
    source = Source(
        name=row["name"],
        platform=row["platform"],
        url=row["url"],
        employer=row["employer"],
        intermediary=False,
        terms="unknown",
        enabled=False,
        delay=float(row.get("delay", USUAL_DELAY)),
        invented=False,
        note=f"{row['note']} Niet door ons bezocht ({listed}).",
    )
    return Shipped(source=source, sector=row["sector"])

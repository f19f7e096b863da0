"""Reads a gold set: adverts, people and judgements with known answers.

What the program may see (`Advert`, `Person`) and what a careful reader knows
(`Truth`, `Judgement`) are different types, so that an answer cannot leak.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from schemas.errors import BadInputError
from schemas.match import Verdict
from schemas.vacancy import Polarity

VACANCIES, CANDIDATES, JUDGEMENTS = (
    "vacancies.jsonl",
    "candidates.jsonl",
    "judgements.tsv",
)
COLUMNS = ("candidate", "vacancy", "relevance", "verdict", "reason")
MOST_RELEVANT = 3

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """All that a reader of the advert sees."""

    id: str
    title: str
    employer: str | None
    place: str | None
    postcode4: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDemand:
    """What the work asks according to a careful reader."""

    field: str
    polarity: Polarity
    value: float | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a careful reader takes from an advert; `facts` as the format names them."""

    isco: str | None
    facts: Mapping[str, Any]
    demands: Sequence[KnownDemand]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented candidate, by the names of the format."""

    id: str
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What an expert says of one candidate and one advert. `relevance`: 0 to 3."""

    candidate: str
    vacancy: str
    relevance: int
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A whole set; truths stand by the id of their advert."""

    adverts: Sequence[Advert]
    truths: Mapping[str, Truth]
    people: Sequence[Person]
    judgements: Sequence[Judgement]


def read_gold(folder: Path) -> Gold:
    """Read the three files; BadInputError names the file and line that is wrong."""
    rows = list(_json_lines(folder / VACANCIES))
    read = [_made(VACANCIES, number, row, _advert) for number, row in rows]
    gold = Gold(
        adverts=[advert for advert, _ in read],
        truths={advert.id: truth for advert, truth in read},
        people=[
            _made(CANDIDATES, number, row, _person)
            for number, row in _json_lines(folder / CANDIDATES)
        ],
        judgements=[
            _made(JUDGEMENTS, number, row, _judgement)
            for number, row in _table(folder / JUDGEMENTS)
        ],
    )
    _refuse_strangers(gold)
    return gold


def only(gold: Gold, ids: Callable[[str], bool]) -> Gold:
    """The part of a set whose adverts have these ids."""
    return Gold(
        adverts=[advert for advert in gold.adverts if ids(advert.id)],
        truths={key: truth for key, truth in gold.truths.items() if ids(key)},
        people=gold.people,
        judgements=[one for one in gold.judgements if ids(one.vacancy)],
    )


def _advert(row: Mapping[str, Any]) -> tuple[Advert, Truth]:
    advert = Advert(
        id=_text(row["id"]),
        title=_text(row["title"]),
        employer=row["employer"],
        place=row["place"],
        postcode4=row["postcode4"],
        text=_text(row["text"]),
    )
    known = dict(row["gold"])
    demands = tuple(_demand(one) for one in known.pop("demands"))
    known.pop("occupation", None)
    return advert, Truth(isco=known.pop("isco", None), facts=known, demands=demands)


def _demand(row: Mapping[str, Any]) -> KnownDemand:
    if row["polarity"] not in {"demanded", "absent", "mitigated"}:
        raise ValueError(f"polarity {row['polarity']!r}")
    return KnownDemand(
        field=_text(row["field"]),
        polarity=row["polarity"],
        value=row["value"],
        quote=_text(row["quote"]),
    )


def _person(row: Mapping[str, Any]) -> Person:
    return Person(id=_text(row["id"]), told=dict(row))


def _judgement(row: Mapping[str, Any]) -> Judgement:
    relevance, verdict = int(row["relevance"]), row["verdict"]
    if not 0 <= relevance <= MOST_RELEVANT:
        raise ValueError(f"relevance {relevance}")
    if verdict not in {"past", "uitzoeken", "past_niet"}:
        raise ValueError(f"verdict {verdict!r}")
    return Judgement(
        candidate=row["candidate"],
        vacancy=row["vacancy"],
        relevance=relevance,
        verdict=verdict,
        reason=row["reason"] or "",
    )


def _refuse_strangers(gold: Gold) -> None:
    people = {person.id for person in gold.people}
    if len(people) != len(gold.people) or len(gold.truths) != len(gold.adverts):
        raise BadInputError("an id stands twice in the gold set")
    for one in gold.judgements:
        if one.candidate not in people or one.vacancy not in gold.truths:
            unknown = f"{one.candidate} with {one.vacancy}"
            raise BadInputError(f"{JUDGEMENTS}: no such pair: {unknown}")


def _json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(read_utf8(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except json.JSONDecodeError as why:
            raise BadInputError(f"{path.name} line {number}: {why.msg}") from why


def _table(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    rows = csv.DictReader(io.StringIO(read_utf8(path)), delimiter="\t")
    missing = set(COLUMNS) - set(rows.fieldnames or ())
    if missing:
        raise BadInputError(f"{path.name}: no column {', '.join(sorted(missing))}")
    yield from enumerate(rows, 2)


def read_utf8(path: Path) -> str:
    """The text of a file that somebody named; BadInputError if it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise BadInputError(f"{path} cannot be read: {why}") from why


def _made(
    name: str,
    number: int,
    row: Mapping[str, Any],
    make: Callable[[Mapping[str, Any]], Made],
) -> Made:
    try:
        return make(row)
    except KeyError as missing:
        raise BadInputError(f"{name} line {number}: no {missing}") from missing
    except (TypeError, ValueError, AttributeError) as why:
        raise BadInputError(f"{name} line {number}: {why}") from why


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value

"""The even half of the gold set, never used to tune the lexicon, with floors."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from matching.case import Case
from matching.demands import demands_of, shifts_of
from matching.judging import judge
from matching.linking import load_linker
from matching.priors import expectation
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, CapacityItem
from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places
from schemas.vacancy import Demand, Vacancy
from tests.builders import vacancy
from tests.conftest import SHARED

GOLD = SHARED / "gold"
TODAY = date(2026, 11, 21)
FACTS = (
    "isco", "hours_min", "hours_max", "hours_negotiable", "education_min",
    "education_strict", "licences", "certificates", "dutch_level",
)  # fmt: skip

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.exists(), reason="no gold set beside this checkout"),
]


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@cache
def held_out() -> dict[str, dict]:
    rows = lines(GOLD / "vacancies.jsonl")
    return {row["id"]: row for row in rows if int(row["id"][1:]) % 2 == 0}


@cache
def read(key: str) -> tuple[Demand, ...]:
    row = held_out()[key]
    return demands_of(row["title"], row["text"])


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(list(dutch_places()), {})


def where(row: dict) -> dict[str, float | None]:
    found = gazetteer().find(row["place"], row["postcode4"])
    return {"lat": found.lat, "lon": found.lon} if found else {"lat": None, "lon": None}


def job(row: dict) -> Vacancy:
    return vacancy(
        title=row["title"],
        text=row["text"],
        place=row["place"],
        shifts=shifts_of(read(row["id"])),
        **where(row),
        **{fact: row["gold"][fact] for fact in FACTS},
    )


def person(row: dict) -> tuple[SearchProfile, Capacity]:
    shared = (
        "former_jobs", "education", "education_text", "experience", "wishes",
        "search_directions", "place", "postcode4", "licences", "certificates",
        "dutch_level", "excluded_shifts",
    )  # fmt: skip
    profile = SearchProfile(
        travel_modes=row["travel"]["modes"],
        travel_minutes=row["travel"]["max_minutes"],
        **where(row),
        **{name: row[name] for name in shared},
    )
    capacity = Capacity(
        id=UUID(int=1),
        candidate_id=UUID(int=2),
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=tuple(items(row)),
    )
    return profile, capacity


def items(row: dict) -> Iterator[CapacityItem]:
    for one in row["capacity"]:
        strictly = one["field"].startswith("hours") and "aximaal" in one["sentence"]
        yield CapacityItem(is_max=strictly, **one)
    if not any(one["field"] == "hours_week" for one in row["capacity"]):
        yield CapacityItem(
            field="hours_week",
            level=1,
            value=row["hours_max"],
            unit="h",
            is_max=row["hours_is_max"],
        )


@cache
def linked() -> dict[str, str | None]:
    """The unit group that our own model gives each title."""
    found = load_linker().link([row["title"] for row in held_out().values()])
    codes = [link.isco if link else None for link in found]
    return dict(zip(held_out(), codes, strict=True))


def verdicts(groups: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    people = {row["id"]: person(row) for row in lines(GOLD / "candidates.jsonl")}
    with (GOLD / "judgements.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["vacancy"] not in held_out():
                continue
            profile, capacity = people[row["candidate"]]
            advert = job(held_out()[row["vacancy"]])
            case = Case(
                profile=profile,
                capacity=capacity,
                vacancy=advert,
                demands=read(row["vacancy"]),
                expected=expectation(
                    replace(advert, isco=groups[row["vacancy"]]), read(row["vacancy"])
                ),
                today=TODAY,
            )
            yield row["verdict"], judge(case, score=0.5).verdict


def test_demands_are_read_and_every_quote_is_exact() -> None:
    right = said = wanted = 0
    for key, row in held_out().items():
        for one in read(key):
            assert row[one.part][one.offset :].startswith(one.quote)
        ours = {(one.field, one.polarity) for one in read(key)}
        gold = {(one["field"], one["polarity"]) for one in row["gold"]["demands"]}
        right += len(ours & gold)
        said += len(ours)
        wanted += len(gold)
    assert 2 * right / (said + wanted) >= 0.74


def test_most_numbers_that_are_stated_are_read() -> None:
    right = wanted = 0
    for key, row in held_out().items():
        ours = {one.field: one.value for one in read(key)}
        stated = [one for one in row["gold"]["demands"] if one["value"] is not None]
        right += sum(ours.get(one["field"]) == one["value"] for one in stated)
        wanted += len(stated)
    assert right / wanted >= 0.70


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(True, id="gold group"),
        pytest.param(False, id="linked group", marks=pytest.mark.model),
    ],
)
def test_unfit_work_is_excluded_and_other_work_rarely(*, known: bool) -> None:
    gold_groups = {key: row["gold"]["isco"] for key, row in held_out().items()}
    pairs = list(verdicts(gold_groups if known else linked()))
    unfit = [ours for gold, ours in pairs if gold == "past_niet"]
    other = [ours for gold, ours in pairs if gold != "past_niet"]
    unsure = [ours for gold, ours in pairs if gold == "uitzoeken"]
    assert unfit.count("past_niet") / len(unfit) >= 0.96
    assert other.count("past_niet") / len(other) <= 0.09
    assert unsure.count("past") / len(unsure) <= 0.07
    fit = [ours for gold, ours in pairs if gold == "past"]
    assert fit.count("uitzoeken") / len(fit) <= 0.45

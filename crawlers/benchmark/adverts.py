"""Adverts made up from a list of words: the same seed and number, the same advert."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from random import Random
from typing import Any

LOWEST_WAGE, WAGE_STEPS, WAGE_STEP = 2480, 60, 35  # euro a month
PARTS = ("moments", "acts", "things", "ways")  # of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its sentences; `listed` ones are printed as bullets."""

    heading: str
    sentences: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """One made-up vacancy. Salary in euro a month, hours a week."""

    number: int
    title: str
    employer: str
    place: str
    postcode: str
    hours: tuple[int, int]
    salary: tuple[int, int]
    education: str
    posted: date
    closes: date
    sections: tuple[Section, ...]


def make_advert(seed: int, number: int, today: date) -> Advert:
    """The advert with this number in the market of `seed`, as it stands today."""
    dice = Random(f"{seed}/{number}")  # noqa: S311 - made-up text, no secret
    words = _words()
    place, postcode = dice.choice(words["places"])
    low, high = dice.choice(words["hours"])
    wage = LOWEST_WAGE + WAGE_STEP * dice.randrange(WAGE_STEPS)
    trade = dice.choice(words["trades"])
    blanks = {"place": place, "number": str(dice.randrange(4, 30))}
    return Advert(
        number=number,
        title=f"{dice.choice(trade['titles'])} {dice.choice(words['teams'])}",
        employer=words["employer"],
        place=place,
        postcode=postcode,
        hours=(low, high),
        salary=(wage, wage + 20 * WAGE_STEP),
        education=dice.choice(words["education"]),
        posted=today - timedelta(days=dice.randrange(1, 25)),
        closes=today + timedelta(days=dice.randrange(10, 60)),
        sections=tuple(_sections(dice, trade, blanks)),
    )


def _sections(
    dice: Random, trade: Mapping[str, Sequence[str]], blanks: Mapping[str, str]
) -> list[Section]:
    words = _words()

    def some(sentences: Sequence[str], count: int) -> tuple[str, ...]:
        return tuple(
            sentence.format_map(blanks) for sentence in dice.sample(sentences, count)
        )

    own = tuple(_own_sentence(dice, blanks) for _ in range(4))
    name = dice.choice(words["contacts"])
    call = f"Vragen? Bel {name}, 06-123456{dice.randrange(10, 100)}, of mail naar"
    return [
        Section(heading="", sentences=some(words["intros"], 2)),
        Section(
            heading="Wat ga je doen?", sentences=some(trade["tasks"], 6), listed=True
        ),
        Section(heading="Zo werken wij", sentences=(*some(words["general"], 3), *own)),
        Section(
            heading="Wat vragen wij?", sentences=some(trade["demands"], 5), listed=True
        ),
        Section(
            heading="Wat bieden wij?", sentences=some(words["offers"], 7), listed=True
        ),
        Section(heading="Over ons", sentences=some(words["about"], 1)),
        Section(
            heading="Iets voor jou?",
            sentences=(*some(words["closings"], 1), f"{call} werken@example.nl."),
        ),
    ]


def _own_sentence(dice: Random, blanks: Mapping[str, str]) -> str:
    parts = (dice.choice(_words()[name]) for name in PARTS)
    return f"{' '.join(parts)}.".format_map(blanks)


@cache
def _words() -> dict[str, Any]:
    text = resources.files("crawlers.benchmark").joinpath("words.toml").read_text()
    return tomllib.loads(text)

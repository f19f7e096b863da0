"""Adverts made up from lists of words: the same seed and number, the same advert."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from random import Random
from typing import Any

LENGTH = 1200  # characters of an advert, give or take a sentence
_SLOT = re.compile(r"\{(\w+)\}")


def adverts(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Titles and texts, one after the other."""
    for number in range(count):
        dice = Random(f"{seed}/{number}")  # noqa: S311 - made-up text, no secret
        yield _advert(dice)


def _advert(dice: Random) -> tuple[str, str]:
    words = _words()
    fixed = {
        name: dice.choice(words["slots"][name]) for name in ("job", "firm", "place")
    }
    fixed["hours"] = f"{dice.randrange(12, 28)} tot {dice.randrange(28, 41)}"

    def said(sentences: Sequence[str], count: int) -> list[str]:
        return [_filled(one, dice, fixed) for one in dice.sample(sentences, count)]

    tasks = said(words["tasks"], 9)
    text = "\n".join(
        [
            *said(words["openings"], 1),
            "",
            *said(words["headings"], 1),
            " ".join(tasks),
            "",
            *said(words["asks"], 1),
            *(f"- {one}" for one in said(words["wants"], 5)),
            "",
            *said(words["gives"], 1),
            *(f"- {one}" for one in said(words["offers"], 4)),
            "",
            *said(words["firms"], 1),
            *said(words["about"], 1),
        ]
    )
    return said(words["titles"], 1)[0].capitalize(), text[: LENGTH + 200]


def _filled(sentence: str, dice: Random, fixed: Mapping[str, str]) -> str:
    filled = _SLOT.sub(
        lambda slot: fixed.get(slot[1]) or _value(slot[1], dice), sentence
    )
    return filled[:1].upper() + filled[1:]


def _value(slot: str, dice: Random) -> str:
    if slot in _RANGES:
        low, high, step = _RANGES[slot]
        return str(dice.randrange(low, high, step))
    choice: str = dice.choice(_words()["slots"][slot])
    return choice


_RANGES = {
    "number": (2, 30, 1),
    "weight": (3, 32, 1),
    "low": (2400, 3200, 50),
    "high": (3200, 4800, 50),
    "week": (36, 41, 2),
    "from": (6, 11, 1),
    "until": (13, 23, 1),
}


@cache
def _words() -> dict[str, Any]:
    text = (
        resources.files("matching.benchmark").joinpath("words.toml").read_text("utf-8")
    )
    return tomllib.loads(text)

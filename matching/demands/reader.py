"""Reads from an advert what the work asks of body, mind and agenda, with proof."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matching.demands.answers import LONGEST_ANSWER, is_answered_no
from matching.demands.by_day import DAY_SIGNS, is_by_day
from matching.demands.clock import clock_readings
from matching.demands.finding import MOST, said_in
from matching.demands.lexicon import CLEAR, Group, lexicon
from matching.demands.phrasing import plain
from matching.demands.quoting import demand
from matching.demands.reading import SILENT, Found, Place, Reading, Said, Wording
from matching.demands.sections import Sentence, sentences
from matching.demands.settling import settled
from matching.demands.whom import addressed
from matching.demands.wordings import wordings
from schemas.vacancy import Demand, Shift

RULES_VERSION = "2026-11-23.2"

# A firm that tells of evenings at work, and not of the party on Friday night.
_AT_WORK = re.compile(r"\b(?:werk|gewerkt|rooster|draai)|dienst|ploeg|shift")

_SHIFTS: tuple[tuple[str, Shift], ...] = (
    ("shift_evening", "evening"),
    ("shift_night", "night"),
    ("shift_weekend", "weekend"),
    ("shift_standby", "standby"),
)


class Asked(NamedTuple):
    """What an advert asks, and the working times that the job clearly has."""

    demands: tuple[Demand, ...]
    shifts: tuple[Shift, ...]


def asked_of(title: str, text: str) -> Asked:
    """Read an advert once, for both."""
    body = sentences(text)
    demands = _demands(title, text, body)
    told = (one for one in body if one.wording.signs & DAY_SIGNS)
    is_day = any(is_by_day(one.wording.after(text, one.start)) for one in told)
    by_day: tuple[Shift, ...] = ("day",) if is_day else ()
    return Asked(demands, by_day + shifts_of(demands))


def demands_of(title: str, text: str) -> tuple[Demand, ...]:
    """At most one demand per field, in the order of the advert, title last.

    No quote, no demand: `quote` always stands at `offset` in its part.
    """
    return _demands(title, text, sentences(text))


def _demands(title: str, text: str, body: Sequence[Sentence]) -> tuple[Demand, ...]:
    lexicon().sieve.forget_some()
    found = addressed([*_in_text(text, body), *_in_title(title)], (text, title))
    return tuple(demand(field, place, one) for field, (place, one) in settled(found))


def _in_text(text: str, body: Sequence[Sentence]) -> list[Found]:
    sure: set[str] = set()  # fields on which a weak wording can tell nothing new
    found: list[Found] = []
    hours: list[Found] = []
    for start, end, section, wording in body:
        here = wording.after(text, start)
        place = Place("text", start - here.span[0], here)
        if section == "bedrijf":
            if len(hours) < MOST:
                hours += [(place, one) for one in _working_times(here)]
            continue
        no = here.can_be_answered and _is_answered_no(here, text, end)
        group = Group.OFFER if section == "bieden" else Group.TASKS
        is_full = len(found) >= MOST
        said = SILENT if is_full else said_in(here, group, answered=no)
        times = clock_readings(here)
        if said is SILENT and not times:
            continue
        found += _heard(place, said, sure)
        hours += [(place, one) for one in times]
    return found[:MOST] + hours[:MOST]


def _working_times(wording: Wording) -> Iterator[Reading]:
    """What words about the firm tell of the hours: those count wherever they stand."""
    if _AT_WORK.search(wording.easy):
        for one in said_in(wording, Group.OFFER).clear:
            if one.asks[0].startswith("shift_") and one.strength > CLEAR:
                yield one
    yield from (one for one in clock_readings(wording) if one.strength >= CLEAR)


def _is_answered_no(wording: Wording, text: str, end: int) -> bool:
    said = wording.easy[wording.span[0] :]
    return is_answered_no(said, plain(text[end : end + LONGEST_ANSWER]))


def _in_title(title: str) -> list[Found]:
    wording = wordings[title]
    place = Place("title", 0, wording)
    found = _heard(place, said_in(wording, Group.TITLE), set())
    return found + [(place, one) for one in clock_readings(wording)]


def _heard(place: Place, said: Said, sure: set[str]) -> list[Found]:
    """What is said, less what weak phrases would add to what is sure."""
    sure |= said.sure
    found = [(place, one) for one in said.clear]
    found += [(place, one) for fields, one in said.weak if not sure.issuperset(fields)]
    return found


def shifts_of(demands: Iterable[Demand]) -> tuple[Shift, ...]:
    """The working times outside the day that are clearly asked (strength 2 and up)."""
    asked = {d.field for d in demands if d.polarity == "demanded" and d.strength >= 2}
    return tuple(shift for field, shift in _SHIFTS if field in asked)

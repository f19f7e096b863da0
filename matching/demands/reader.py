"""Reads from an advert what the work asks of body, mind and agenda, with proof."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from matching.demands.by_day import is_by_day
from matching.demands.clock import clock_readings
from matching.demands.finding import MOST, readings_in
from matching.demands.lexicon import lexicon
from matching.demands.own_hours import own_hours
from matching.demands.phrasing import plain
from matching.demands.quoting import demand
from matching.demands.reading import Page, Reading
from matching.demands.sections import Sentence, sentences
from matching.demands.settling import settled
from matching.demands.spotting import spotted
from matching.demands.whom import addressed
from schemas.vacancy import Demand, Shift

RULES_VERSION = "2026-11-22.9"

# Who has this title only plans, sells or counts the goods and people it names.
AT_A_DESK = re.compile(
    r"planner|planning|administrat|adviseur|verkoop|verkoper|inkoper|inkoop|calculator"
    r"|coordinator|docent|leraar|trainer|recruit|beheerder|tekenaar|consulent|secretar"
    r"|werkvoorbereid|jurist|analist|controller"
)
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
    body = _body(text)
    demands = _demands(body, _title(title))
    by_day: tuple[Shift, ...] = ("day",) if is_by_day(body) else ()
    return Asked(demands, by_day + shifts_of(demands))


def demands_of(title: str, text: str) -> tuple[Demand, ...]:
    """At most one demand per field, in the order of the advert, title last.

    No quote, no demand: `quote` always stands at `offset` in its part.
    """
    return _demands(_body(text), _title(title))


def _demands(body: Page, head: Page) -> tuple[Demand, ...]:
    lexicon().sieve.forget_some()
    advert = (body, head)
    found = [(page, one) for page in advert for one in _readings(page)]
    found = own_hours(addressed(found, advert))
    return tuple(demand(field, page, one) for field, (page, one) in settled(found))


def _body(text: str) -> Page:
    easy = plain(text)
    seen = spotted(easy)
    return Page("text", text, easy, sentences(text, easy, seen), seen)


def _title(title: str) -> Page:
    easy = plain(title)
    seen = spotted(easy)
    whole = [Sentence(0, len(title), "taken", seen.within(0, len(title)))]
    desk = AT_A_DESK.search(easy) is not None
    return Page("title", title, easy, whole, seen, desk)


def shifts_of(demands: Iterable[Demand]) -> tuple[Shift, ...]:
    """The working times outside the day that are clearly asked (strength 2 and up)."""
    asked = {d.field for d in demands if d.polarity == "demanded" and d.strength >= 2}
    return tuple(shift for field, shift in _SHIFTS if field in asked)


def _readings(page: Page) -> Iterator[Reading]:
    sure: set[str] = set()  # fields on which a weak wording can tell nothing new
    found = (
        reading
        for sentence in page.sentences
        if sentence.section != "bedrijf"
        for reading in readings_in(page, sentence, sure)
    )
    yield from islice(found, MOST)
    yield from islice(clock_readings(page), MOST)

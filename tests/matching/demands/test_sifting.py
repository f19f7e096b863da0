"""Reading quickly is reading: what sifting leaves out would have said nothing."""

import json
import re
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.benchmark.adverts import adverts
from matching.demands import asked_of
from matching.demands.answers import is_answered_no
from matching.demands.by_day import is_by_day
from matching.demands.clock import clock_readings
from matching.demands.finding import AT_A_DESK, reading_of
from matching.demands.lexicon import CLEAR, Group, Phrase, lexicon
from matching.demands.own_hours import own
from matching.demands.phrasing import plain
from matching.demands.quoting import demand
from matching.demands.reader import Asked, shifts_of
from matching.demands.reading import Found, Place, Reading, Wording
from matching.demands.scope import DENIED_AROUND, around, clause
from matching.demands.sections import sentences
from matching.demands.settling import settled
from matching.demands.shaping import WORD
from matching.demands.signs import ANY
from matching.demands.spotting import SIGNS, loosened, spotted
from schemas.vacancy import Shift

ADVERTS = Path(__file__).parents[2] / "data" / "adverts"


@cache
def real() -> Sequence[tuple[str, str]]:
    """Adverts that were written for tests, a few from each file."""
    rows = (
        json.loads(line)
        for file in sorted(ADVERTS.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()[:20:5]
    )
    return [(row["title"], row["text"]) for row in rows]


def plainly(title: str, text: str) -> Asked:
    """Read an advert with every phrase in every sentence, and all that is around."""
    easy = plain(text)
    body = [
        (Wording(text[:end], easy[:end], ANY, start), section, easy[end:])
        for start, end, section, _ in sentences(text)
    ]
    head = Wording(title, plain(title), ANY)
    found = [*_in_text(body), *_in_title(head)]
    demands = tuple(demand(field, *row) for field, row in settled(found))
    is_day = any(is_by_day(wording) for wording, _, _ in body)
    by_day: tuple[Shift, ...] = ("day",) if is_day else ()
    return Asked(demands, by_day + shifts_of(demands))


def _in_text(body: Sequence[tuple[Wording, str, str]]) -> Iterator[Found]:
    sure: set[str] = set()
    work = [row for row in body if row[1] != "bedrijf"]
    for wording, section, rest in work:
        offer = section == "bieden"
        counted = [
            phrase
            for phrase in lexicon().phrases
            if not phrase.title and (phrase.anywhere or not offer)
        ]
        yield from _heard(Place("text", 0, wording), counted, rest, sure)
    for wording, _, _ in work:
        hours = clock_readings(wording)
        yield from ((Place("text", 0, wording), one) for one in hours)


def _in_title(head: Wording) -> Iterator[Found]:
    place = Place("title", 0, head)
    desk = AT_A_DESK.search(head.easy) is not None
    counted = [
        phrase
        for phrase in lexicon().phrases
        if phrase.title or phrase.anywhere or phrase.polarity != "demanded" or not desk
    ]
    yield from _heard(place, counted, "", set())
    yield from ((place, one) for one in clock_readings(head))


def _heard(
    place: Place, phrases: Sequence[Phrase], rest: str, sure: set[str]
) -> Iterator[Found]:
    for phrase in phrases:
        if phrase.weak and sure.issuperset(phrase.asks):
            continue
        for reading in _said(phrase, place.wording, rest):
            if reading.strength >= CLEAR and reading.polarity == "demanded":
                sure.update(reading.asks)
            mine = own(place.wording, reading)
            if mine is not None:
                yield place, mine


def _said(phrase: Phrase, wording: Wording, rest: str) -> Iterator[Reading]:
    easy, span = wording.easy, wording.span
    for found in phrase.words.pattern.finditer(easy, *span):
        value = phrase.value(found)
        where = clause(easy, found.span(), span)
        traps = (trap.pattern.search(easy, *where) for trap in phrase.unless.values())
        if phrase.is_meant(found[0], value) and not any(traps):
            no = is_answered_no(easy[slice(*span)], rest)
            context = DENIED_AROUND if no else around(easy, found.span(), span)
            reading = reading_of(phrase, found.span(), value, context)
            if reading is not None:
                yield reading


@pytest.mark.parametrize("number", range(8))
def test_a_real_advert_is_read_as_if_everything_had_been_tried(number: int) -> None:
    title, text = real()[number]
    assert asked_of(title, text) == plainly(title, text)


@pytest.mark.parametrize("number", range(4))
def test_a_made_up_advert_is_read_as_if_everything_had_been_tried(number: int) -> None:
    title, text = list(adverts(number, number + 1))[-1]
    assert asked_of(title, text) == plainly(title, text)


@pytest.mark.parametrize(
    "words",
    ["til ", "12 kg ", "tillen wordt door een ", "van 9 tot ", "niet", "tillen.", "1,"],
)
def test_an_endless_advert_is_read_in_bounded_time(words: str) -> None:
    asked_of("Medewerker", "Je tilt dozen van 12 kg.")
    begun = time.process_time()
    asked_of("Medewerker", words * (100_000 // len(words)))
    assert time.process_time() - begun < 5


SAYINGS = [
    "til", "tilt", "dozen", "niet", "12 kg", "20kg", "zittend en staand", "'s avonds",
    "van 9 tot", "17.00 uur", "geen", "je", "door een collega", "weekend", "een", "..",
    "klanten", "te woord", "staan", "op een ladder", "drukte", "soms", "ß", "é", "٣",
    "\u2003", "–", "€ 15", ";", "?", "mbo4", "_", "de hele dag", "min 18 graden",
]  # fmt: skip


@given(st.lists(st.sampled_from(SAYINGS), max_size=14), st.sampled_from(["", " "]))
@settings(max_examples=60, deadline=None)
def test_nothing_that_stands_is_left_out(words: list[str], glue: str) -> None:
    easy = plain(glue.join(words))
    span = (0, len(easy))
    tried = lexicon().sieve.heard(WORD.findall(easy)).standing(Group.TITLE)
    some = [
        number
        for number, one in enumerate(lexicon().phrases[::40])
        if one.words.pattern.search(easy, *span)
    ]
    assert {number * 40 for number in some} <= tried.keys()


@given(st.lists(st.sampled_from(SAYINGS), max_size=14))
@settings(max_examples=100, deadline=None)
def test_signs_are_seen_wherever_their_patterns_stand(words: list[str]) -> None:
    easy = plain(" ".join(words))
    seen = spotted(easy)
    for sign, patterns in SIGNS.items():
        if any(pattern.search(easy) for pattern in patterns):
            assert seen & sign, (sign, easy)


def test_a_loosened_pattern_looks_at_nothing_around_it() -> None:
    pattern = re.compile(r"^(?<![a-z])(?:ja|n(?!u)ee[^)(]\()(?=[)]) \w+$")
    assert loosened(pattern) == r"(?:ja|nee[^)(]\() "

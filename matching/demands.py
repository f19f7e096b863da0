"""Reads from an advert what the work asks of body, mind and agenda, with proof."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from matching.clock import clock_readings
from matching.lexicon import DENIAL, Phrase, lexicon
from matching.phrasing import number, plain
from matching.reading import Reading
from matching.scope import Around, around, comma_clause
from matching.sections import Section, Sentence, sentences
from schemas.capacity_fields import capacity_fields
from schemas.vacancy import Demand, Polarity, Shift

RULES_VERSION = "2026-11-21"

_LONGEST_QUOTE = 120
_SHIFTS: tuple[tuple[str, Shift], ...] = (
    ("shift_evening", "evening"),
    ("shift_night", "night"),
    ("shift_weekend", "weekend"),
    ("shift_standby", "standby"),
)


@dataclass(frozen=True, slots=True)
class _Page:
    """One part of an advert, as it stands and made plain, with its sentences."""

    part: Literal["text", "title"]
    text: str
    easy: str
    sentences: Sequence[Sentence]


def demands_of(title: str, text: str) -> tuple[Demand, ...]:
    """At most one demand per field, in the order of the advert, title last.

    No quote, no demand: `quote` always stands at `offset` in its part.
    """
    body_easy = plain(text)
    body = _Page("text", text, body_easy, sentences(text, body_easy))
    head = _Page("title", title, plain(title), [Sentence(0, len(title), "taken")])
    found = [(body, r) for r in _readings(body)] + [(head, r) for r in _readings(head)]
    return tuple(_demand(page, reading) for page, reading in _settled(found))


def shifts_of(demands: Iterable[Demand]) -> tuple[Shift, ...]:
    """The working times that the job clearly demands (strength 2 and up)."""
    asked = {d.field for d in demands if d.polarity == "demanded" and d.strength >= 2}
    return tuple(shift for field, shift in _SHIFTS if field in asked)


def _readings(page: _Page) -> Iterator[Reading]:
    starts = [sentence.start for sentence in page.sentences]
    words = lexicon()
    tried: set[tuple[int, int]] = set()
    for place, numbers in words.near(page.easy):
        index = bisect_right(starts, place) - 1
        if index < 0 or page.sentences[index].section == "bedrijf":
            continue
        for one in numbers:
            if (index, one) not in tried:
                tried.add((index, one))
                yield from _matches(page, words.phrases[one], page.sentences[index])
    yield from clock_readings(page.easy, page.sentences)


def _matches(page: _Page, phrase: Phrase, sentence: Sentence) -> Iterator[Reading]:
    if not _counts(phrase, page.part, sentence.section):
        return
    span = (sentence.start, sentence.end)
    for found in phrase.pattern.finditer(page.easy, *span):
        if any(trap.search(page.easy, *span) for trap in phrase.unless):
            return
        if not phrase.denies and DENIAL.search(found[0]):
            continue
        first = Reading(
            asks=phrase.asks,
            polarity=phrase.polarity,
            strength=phrase.strength,
            span=found.span(),
            sentence=span,
            value=number(found["n"]) if phrase.unit and found.re.groupindex else None,
            unit=phrase.unit,
            denies=phrase.denies,
            beside=phrase.beside,
        )
        if phrase.at_least <= (first.value or 0) <= phrase.at_most:
            yield from _in_scope(page.easy, first)


def _counts(phrase: Phrase, part: str, section: Section) -> bool:
    if phrase.title and part != "title":
        return False
    return section in {"taken", "eisen"} or (section == "bieden" and phrase.anywhere)


def _in_scope(easy: str, reading: Reading) -> Iterator[Reading]:
    """Turn a denied demand into an absence; a denied absence says nothing."""
    context = around(easy, reading.span, reading.sentence)
    if context.stance == "said" or _stands(reading, context):
        strength = min(3, max(1, reading.strength + context.shift))
        yield replace(reading, strength=strength)
    elif reading.polarity == "demanded" and reading.strength > 1:
        yield replace(reading, polarity="absent", value=None, unit=None)


def _stands(reading: Reading, context: Around) -> bool:
    """What others do for you is absent for you; a spoken denial is not denied."""
    if reading.polarity == "demanded":
        return False
    return context.stance == "delegated" or reading.denies


def _settled(
    found: Sequence[tuple[_Page, Reading]],
) -> list[tuple[_Page, Reading]]:
    """One reading per field: aids first, then what is asked, then what is not."""
    by_field: dict[str, list[tuple[_Page, Reading]]] = {}
    for page, reading in found:
        for field in reading.asks:
            own = replace(reading, asks=(field,))
            by_field.setdefault(field, []).append((page, own))
    chosen = (_one(field, rows) for field, rows in by_field.items())
    kept = [row for row in chosen if row is not None]
    return sorted(kept, key=lambda row: (row[0].part, row[1].span))


def _one(
    field: str, rows: Sequence[tuple[_Page, Reading]]
) -> tuple[_Page, Reading] | None:
    aided, asked, free = (
        _best([row for row in rows if row[1].polarity == polarity])
        for polarity in ("mitigated", "demanded", "absent")
    )
    if aided is not None and (asked is not None or not aided[1].beside):
        return aided
    if asked is None or free is None:
        return asked or free
    return asked if _outweighs(field, asked[1], free[1]) else free


def _outweighs(field: str, asked: Reading, free: Reading) -> bool:
    if field.startswith("shift_"):
        return asked.strength >= 2
    return asked.strength >= 2 and asked.strength >= free.strength


def _best(
    rows: Sequence[tuple[_Page, Reading]],
) -> tuple[_Page, Reading] | None:
    """The strongest; then the heaviest number; then text before title, then first."""
    return min(rows, key=_order, default=None)


def _order(row: tuple[_Page, Reading]) -> tuple[int, float, str, tuple[int, int]]:
    page, reading = row
    return (-reading.strength, -_heaviness(reading), page.part, reading.span)


def _heaviness(reading: Reading) -> float:
    if reading.value is None:
        return -inf
    field = capacity_fields().get(reading.asks[0])
    lower = field is not None and field.heavier == "lower"
    return -reading.value if lower else reading.value


def _demand(page: _Page, reading: Reading) -> Demand:
    start, end = _quoted(page, reading)
    polarity: Polarity = reading.polarity
    return Demand(
        field=reading.asks[0],
        polarity=polarity,
        strength=reading.strength,
        quote=page.text[start:end],
        offset=start,
        part=page.part,
        value=reading.value,
        unit=reading.unit if reading.value is not None else None,
    )


def _quoted(page: _Page, reading: Reading) -> tuple[int, int]:
    """The clause around the phrase, or the phrase alone where that is long."""
    start, end = comma_clause(page.easy, reading.span, reading.sentence)
    if end - start > _LONGEST_QUOTE:
        start, end = reading.span
    while start < reading.span[0] and not page.text[start].isalnum():
        start += 1
    while end > reading.span[1] and not page.text[end - 1].isalnum():
        end -= 1
    return start, end

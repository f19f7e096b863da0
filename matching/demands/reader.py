"""Reads from an advert what the work asks of body, mind and agenda, with proof."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from matching.demands.answers import is_answered_no
from matching.demands.by_day import is_by_day
from matching.demands.clock import clock_readings
from matching.demands.denying import DENIED, HANDED_OVER
from matching.demands.lexicon import CLEAR, Phrase, lexicon
from matching.demands.phrasing import plain
from matching.demands.quoting import demand
from matching.demands.reading import Page, Reading
from matching.demands.scope import DENIED_AROUND, SAID, Around, around, clause
from matching.demands.sections import Section, Sentence, sentences
from matching.demands.settling import settled
from schemas.vacancy import Demand, Shift

RULES_VERSION = "2026-11-22.3"

# Who has this title only plans, sells or counts the goods and people it names.
_AT_A_DESK = re.compile(
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
    by_day: tuple[Shift, ...] = ("day",) if is_by_day(body.easy, body.sentences) else ()
    return Asked(demands, by_day + shifts_of(demands))


def demands_of(title: str, text: str) -> tuple[Demand, ...]:
    """At most one demand per field, in the order of the advert, title last.

    No quote, no demand: `quote` always stands at `offset` in its part.
    """
    return _demands(_body(text), _title(title))


def _demands(body: Page, head: Page) -> tuple[Demand, ...]:
    found = [(page, one) for page in (body, head) for one in _readings(page)]
    return tuple(demand(field, page, one) for field, (page, one) in settled(found))


def _body(text: str) -> Page:
    easy = plain(text)
    return Page("text", text, easy, sentences(text, easy))


def _title(title: str) -> Page:
    easy = plain(title)
    whole = [Sentence(0, len(title), "taken")]
    return Page("title", title, easy, whole, desk=_AT_A_DESK.search(easy) is not None)


def shifts_of(demands: Iterable[Demand]) -> tuple[Shift, ...]:
    """The working times outside the day that are clearly asked (strength 2 and up)."""
    asked = {d.field for d in demands if d.polarity == "demanded" and d.strength >= 2}
    return tuple(shift for field, shift in _SHIFTS if field in asked)


def _readings(page: Page) -> Iterator[Reading]:
    sure: set[str] = set()  # fields on which a weak wording can tell nothing new
    for sentence in page.sentences:
        if sentence.section == "bedrijf":
            continue
        for reading in _of_sentence(page, sentence, sure):
            if reading.strength >= CLEAR and reading.polarity == "demanded":
                sure.update(reading.asks)
            yield reading
    yield from clock_readings(page.easy, page.sentences)


def _of_sentence(page: Page, sentence: Sentence, sure: set[str]) -> Iterator[Reading]:
    words = lexicon()
    span = (sentence.start, sentence.end)
    said = _Said(page, span, words.marks(page.easy, span))
    for phrase in words.near(said.marks):
        if phrase.weak and sure.issuperset(phrase.asks):
            continue
        if _counts(phrase, page, sentence.section):
            yield from _matches(phrase, said)


class _Said(NamedTuple):
    """A sentence with its marks."""

    page: Page
    span: tuple[int, int]
    marks: Set[int]


def _matches(phrase: Phrase, said: _Said) -> Iterator[Reading]:
    text, span = said.page.easy, said.span
    for found in phrase.words.pattern.finditer(text, *span):
        value = phrase.value(found) if phrase.unit else None
        if not phrase.is_meant(found[0], value) or _trapped(phrase, said, found.span()):
            continue
        context = _context(said, found.span())
        if reading := _reading(phrase, found.span(), span, value, context):
            yield reading


def _context(said: _Said, span: tuple[int, int]) -> Around:
    if is_answered_no(said.page.easy, said.span):
        return DENIED_AROUND
    telling = lexicon().telling.needs <= said.marks
    return around(said.page.easy, span, said.span) if telling else SAID


def _trapped(phrase: Phrase, said: _Said, span: tuple[int, int]) -> bool:
    if phrase.alarms.isdisjoint(said.marks):
        return False
    where = clause(said.page.easy, span, said.span)
    return any(trap.stands(said.page.easy, where, said.marks) for trap in phrase.unless)


def _counts(phrase: Phrase, page: Page, section: Section) -> bool:
    if phrase.title and page.part != "title":
        return False
    named = not (phrase.title or phrase.anywhere) and phrase.polarity == "demanded"
    if page.desk and named:
        return False
    return section in {"taken", "eisen"} or (section == "bieden" and phrase.anywhere)


def _reading(
    phrase: Phrase,
    span: tuple[int, int],
    sentence: tuple[int, int],
    value: float | None,
    context: Around,
) -> Reading | None:
    """Turn a denied demand into an absence; a denied absence says nothing."""
    said = context.stance == "said" or _stands(phrase, context)
    asks = (*phrase.asks, *phrase.also) if said else _absent(phrase, context)
    if not asks:
        return None
    return Reading(
        asks=asks,
        polarity=phrase.polarity if said else "absent",
        strength=_strength(phrase, context) if said else phrase.strength,
        span=span,
        sentence=sentence,
        value=value if said else None,
        unit=phrase.unit if said else None,
        beside=phrase.beside,
    )


def _strength(phrase: Phrase, context: Around) -> int:
    if phrase.weak:
        return 1
    return min(3, max(1, phrase.strength + context.shift))


def _absent(phrase: Phrase, context: Around) -> Sequence[str]:
    """The fields of a phrase of which a denial is worth telling."""
    asked = phrase.polarity == "demanded" and phrase.strength > 1
    if not asked or not phrase.deniable:
        return ()
    fields = HANDED_OVER if context.stance == "delegated" else DENIED
    return [field for field in phrase.asks if field in fields]


def _stands(phrase: Phrase, context: Around) -> bool:
    """What others do for you is absent for you; a spoken denial is not denied."""
    if phrase.polarity == "demanded":
        return False
    return context.stance == "delegated" or phrase.denies

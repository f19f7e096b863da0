"""Reads from an advert what the work asks of body, mind and agenda, with proof."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from matching.demands.clock import clock_readings
from matching.demands.lexicon import Phrase, lexicon
from matching.demands.phrasing import plain
from matching.demands.quoting import demand
from matching.demands.reading import Page, Reading
from matching.demands.scope import SAID, Around, around, clause
from matching.demands.sections import Section, Sentence, sentences
from matching.demands.settling import settled
from schemas.vacancy import Demand, Shift

RULES_VERSION = "2026-11-22"

# Who has this title only plans, sells or counts the goods and people it names.
_AT_A_DESK = re.compile(
    r"planner|planning|administrat|adviseur|verkoop|verkoper|inkoper|inkoop|calculator"
    r"|coordinator|docent|leraar|trainer|recruit|beheerder|tekenaar|consulent|secretar"
    r"|werkvoorbereid|jurist|analist|controller"
)
# Where an advert says that a thing is not asked, it says so of these. That others do it
# tells something of fewer: who lets others clean the windows was never asked to reach.
_DENIED = frozenset(
    "lift_kg carry_kg push_pull_kgf climb stair_steps kneel_per_hour bend_per_hour"
    " stand_minutes stand_hours_day keyboard_hours_day hand_use reach_per_hour"
    " needs_little_customer_contact needs_little_patient_contact conflict hearing"
    " others_emotions cooperation needs_no_leadership needs_no_deadlines_peaks"
    " needs_no_high_pace needs_few_interruptions needs_low_distraction"
    " needs_predictable_work needs_backup_colleague professional_driving"
    " commute_independent noise_limited ppe_limited skin_contact_limited"
    " airborne_limited needs_no_personal_risk vibration_limited writing"
    " shift_evening shift_night shift_weekend shift_standby".split()
)
_HANDED_OVER = frozenset(
    "lift_kg carry_kg push_pull_kgf climb professional_driving hearing conflict"
    " needs_little_customer_contact needs_little_patient_contact"
    " needs_no_deadlines_peaks shift_evening shift_night shift_weekend"
    " shift_standby".split()
)
_SHIFTS: tuple[tuple[str, Shift], ...] = (
    ("shift_evening", "evening"),
    ("shift_night", "night"),
    ("shift_weekend", "weekend"),
    ("shift_standby", "standby"),
)


def demands_of(title: str, text: str) -> tuple[Demand, ...]:
    """At most one demand per field, in the order of the advert, title last.

    No quote, no demand: `quote` always stands at `offset` in its part.
    """
    body_easy = plain(text)
    body = Page("text", text, body_easy, sentences(text, body_easy))
    head = _title(title)
    found = [(body, r) for r in _readings(body)] + [(head, r) for r in _readings(head)]
    return tuple(demand(field, page, one) for field, (page, one) in settled(found))


def _title(title: str) -> Page:
    easy = plain(title)
    whole = [Sentence(0, len(title), "taken")]
    return Page("title", title, easy, whole, desk=_AT_A_DESK.search(easy) is not None)


def shifts_of(demands: Iterable[Demand]) -> tuple[Shift, ...]:
    """The working times that the job clearly demands (strength 2 and up)."""
    asked = {d.field for d in demands if d.polarity == "demanded" and d.strength >= 2}
    return tuple(shift for field, shift in _SHIFTS if field in asked)


def _readings(page: Page) -> Iterator[Reading]:
    words = lexicon()
    for sentence in page.sentences:
        if sentence.section == "bedrijf":
            continue
        marks = words.marks(page.easy, (sentence.start, sentence.end))
        for phrase in words.near(marks):
            if _counts(phrase, page, sentence.section):
                yield from _matches(page, phrase, sentence, marks)
    yield from clock_readings(page.easy, page.sentences)


def _matches(
    page: Page, phrase: Phrase, sentence: Sentence, marks: Set[int]
) -> Iterator[Reading]:
    span = (sentence.start, sentence.end)
    for found in phrase.words.pattern.finditer(page.easy, *span):
        if _trapped(page.easy, phrase, clause(page.easy, found.span(), span), marks):
            continue
        value = phrase.value(found)
        if phrase.is_meant(found[0], value):
            telling = lexicon().telling.needs <= marks
            context = around(page.easy, found.span(), span) if telling else SAID
            if reading := _reading(phrase, found.span(), span, value, context):
                yield reading


def _trapped(
    text: str, phrase: Phrase, where: tuple[int, int], marks: Set[int]
) -> bool:
    return any(trap.stands(text, where, marks) for trap in phrase.unless)


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
        strength=min(3, max(1, phrase.strength + (context.shift if said else 0))),
        span=span,
        sentence=sentence,
        value=value if said else None,
        unit=phrase.unit if said else None,
        beside=phrase.beside,
    )


def _absent(phrase: Phrase, context: Around) -> Sequence[str]:
    """The fields of a phrase of which a denial is worth telling."""
    if phrase.polarity != "demanded" or phrase.strength == 1:
        return ()
    fields = _HANDED_OVER if context.stance == "delegated" else _DENIED
    return [field for field in phrase.asks if field in fields]


def _stands(phrase: Phrase, context: Around) -> bool:
    """What others do for you is absent for you; a spoken denial is not denied."""
    if phrase.polarity == "demanded":
        return False
    return context.stance == "delegated" or phrase.denies

"""Finds the phrases of the lexicon in a wording, and how they are meant there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from matching.demands.degree import degree
from matching.demands.denying import DENIED, HANDED_OVER
from matching.demands.lexicon import CLEAR, Group, Phrase, lexicon
from matching.demands.marking import Heard, Lead
from matching.demands.own_hours import own
from matching.demands.reading import SILENT, Reading, Said, Span, Wording
from matching.demands.scope import DENIED_AROUND, SAID, Around, around, clause
from matching.demands.shaping import WORD
from matching.demands.signs import BROKEN, DEGREE, TURNED

MOST = 500  # readings that are listened to; an advert has some thirty
# Who has this title only plans, sells or counts the goods and people it names.
AT_A_DESK = re.compile(
    r"planner|planning|administrat|adviseur|verkoop|verkoper|inkoper|inkoop|calculator"
    r"|coordinator|docent|leraar|trainer|recruit|beheerder|tekenaar|consulent|secretar"
    r"|werkvoorbereid|jurist|analist|controller"
)


def said_in(wording: Wording, group: Group, *, answered: bool = False) -> Said:
    """What the phrases of a group ask in a wording; `answered`: no, says the advert."""
    if answered:
        return _found(wording, group, answered=True)
    known = wording.said[group]
    if known is None:
        known = wording.said[group] = _found(wording, group, answered=False)
    return known


def _found(wording: Wording, group: Group, *, answered: bool) -> Said:
    clear: list[Reading] = []
    weak: list[tuple[frozenset[str], Reading]] = []
    sure: set[str] = set()
    phrases = _phrases(wording, group, sure, answered=answered)
    for phrase, reading in islice(phrases, MOST):
        if reading.strength >= CLEAR and reading.polarity == "demanded":
            sure.update(reading.asks)
        mine = own(wording, reading)
        if mine is None:
            continue
        if phrase.weak:
            weak.append((frozenset(phrase.asks), mine))
        else:
            clear.append(mine)
    if not (clear or weak or sure):
        return SILENT
    return Said(tuple(clear), frozenset(sure), tuple(weak))


def _phrases(
    wording: Wording, group: Group, sure: set[str], *, answered: bool
) -> Iterator[tuple[Phrase, Reading]]:
    """What phrases ask, weak ones last, and only of what is not `sure` by then."""
    words = lexicon()
    spoken = WORD.findall(wording.easy, *wording.span)
    heard = words.sieve.heard(spoken)
    leads = heard.standing(group)
    if not leads:
        return
    said = _Said(wording, spoken, heard, answered=answered)
    desk = group == Group.TITLE and AT_A_DESK.search(wording.easy) is not None
    for number in sorted(leads) if len(leads) > 1 else leads:
        phrase = words.phrases[number]
        if desk and _is_only_named(phrase):
            continue
        if phrase.weak and sure.issuperset(phrase.asks):
            continue
        for reading in said.readings(phrase, leads[number]):
            yield phrase, reading


def _is_only_named(phrase: Phrase) -> bool:
    """What somebody at a desk only plans or sells."""
    return phrase.polarity == "demanded" and not (phrase.title or phrase.anywhere)


class _Said:
    """A sentence, and what was found out of it so far."""

    __slots__ = ("_answered", "_around", "_begins", "_easy", "_heard", "_is_plain",
                 "_signs", "_span", "_traps", "_words")  # fmt: skip

    def __init__(
        self, wording: Wording, words: Sequence[str], heard: Heard, *, answered: bool
    ) -> None:
        self._easy = wording.easy
        self._span = wording.span
        self._signs = wording.signs
        self._words = words
        self._heard = heard
        self._begins: Sequence[int] | None = None
        self._traps: Mapping[int, object] | None = None
        self._answered = answered
        self._is_plain = not (answered or self._signs & (TURNED | DEGREE))
        self._around: dict[Span, Around] = {}

    def readings(
        self, phrase: Phrase, leads: Sequence[tuple[int, Lead]]
    ) -> Iterator[Reading]:
        """What a phrase says here, as often as it stands here."""
        for found in self._matches(phrase.words.pattern, leads):
            span = found.span()
            value = phrase.value(found) if phrase.unit else None
            cut = self._cuts(span)
            doubtful = phrase.reaches and (cut or self._signs & BROKEN)
            if (phrase.unit or doubtful) and not phrase.is_meant(found[0], value):
                continue
            if phrase.unless and self._trapped(phrase, span):
                continue
            context = SAID if self._is_plain and not cut else self._context(span)
            reading = reading_of(phrase, span, value, context)
            if reading is not None:
                yield reading

    def _matches(
        self, pattern: re.Pattern[str], leads: Sequence[tuple[int, Lead]]
    ) -> Sequence[re.Match[str]]:
        """All matches from left to right; tried only where a phrase may begin."""
        if len(leads) == 1:
            at, lead = leads[0]
            place, words = at + lead.low, self._words
            if lead.low == lead.high and 0 <= place < len(words):
                word = words[place]
                if word.isascii() and word.isalpha():
                    begin = (self._begins or self._all_begins())[place]
                    one = pattern.match(self._easy, begin, self._span[1])
                    return () if one is None else (one,)
        begins = self._where(leads)
        if begins is None:
            return list(pattern.finditer(self._easy, *self._span))
        last, end = self._span
        matches: list[re.Match[str]] = []
        for begin in begins:
            if begin >= last and (found := pattern.match(self._easy, begin, end)):
                last = found.end()
                matches.append(found)
        return matches

    def _where(self, leads: Sequence[tuple[int, Lead]]) -> Sequence[int] | None:
        """Offsets at which a phrase may begin; None where that may be anywhere."""
        begins, words = self._begins or self._all_begins(), self._words
        places: set[int] = set()
        for at, lead in leads:
            low, high = at + lead.low, at + lead.high
            if high < low:
                return None
            places.update(range(max(0, low), min(high + 1, len(words))))
        for place in places:
            if not (words[place].isascii() and words[place].isalpha()):
                return None
        if len(places) == 1:
            return [begins[place]]
        return [begins[place] for place in sorted(places)]

    def _all_begins(self) -> Sequence[int]:
        if self._begins is None:
            found = WORD.finditer(self._easy, *self._span)
            self._begins = [one.start() for one in found]
        return self._begins

    def _trapped(self, phrase: Phrase, span: Span) -> bool:
        if self._traps is None:
            self._traps = self._heard.standing(Group.TRAPS)
        if not self._traps:
            return False
        traps = phrase.unless.keys() & self._traps.keys()
        if not traps:
            return False
        where = clause(self._easy, span, self._span)
        return any(
            phrase.unless[trap].pattern.search(self._easy, *where) for trap in traps
        )

    def _context(self, span: Span) -> Around:
        if self._answered:
            return DENIED_AROUND
        known = self._around.get(span)
        if known is None:
            known = self._around[span] = self._look_around(span)
        return known

    def _look_around(self, span: Span) -> Around:
        if self._signs & TURNED or self._cuts(span):
            return around(self._easy, span, self._span)
        shift = degree(self._easy, span, clause(self._easy, span, self._span))
        return Around("said", shift) if shift else SAID

    def _cuts(self, span: Span) -> bool:
        """As "20" does in 20kg: a pattern that starts there sees a word begin."""
        start, end = span
        return _joins(self._easy, start) or _joins(self._easy, end)


def _joins(easy: str, at: int) -> bool:
    return 0 < at < len(easy) and easy[at - 1].isalnum() and easy[at].isalnum()


def reading_of(
    phrase: Phrase,
    span: Span,
    value: float | None,
    context: Around,
) -> Reading | None:
    """Turn a denied demand into an absence; a denied absence says nothing."""
    said = context.stance == "said" or _stands(phrase, context)
    if said and phrase.named:
        return None
    asks = (*phrase.asks, *phrase.also) if said else _absent(phrase, context)
    if not asks:
        return None
    return Reading(
        asks=asks,
        polarity=phrase.polarity if said else "absent",
        strength=_strength(phrase, context) if said else phrase.strength,
        span=span,
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
    if not asked or not phrase.deniable or context.stance == "told":
        return ()
    fields = HANDED_OVER if context.stance == "delegated" else DENIED
    return [field for field in phrase.asks if field in fields]


def _stands(phrase: Phrase, context: Around) -> bool:
    """What others do for you is absent for you; a spoken denial is not denied."""
    if phrase.polarity == "demanded":
        return False
    return context.stance in ("delegated", "told") or phrase.denies

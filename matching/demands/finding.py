"""Finds the phrases of the lexicon in a sentence, and how they are meant there."""

import re
from collections.abc import Iterator, Sequence

from matching.demands.answers import is_answered_no
from matching.demands.degree import degree
from matching.demands.denying import DENIED, HANDED_OVER
from matching.demands.lexicon import Group, Lexicon, Phrase, lexicon
from matching.demands.marking import Lead
from matching.demands.reading import Page, Reading
from matching.demands.scope import DENIED_AROUND, SAID, Around, around, clause
from matching.demands.sections import Sentence
from matching.demands.shaping import WORD
from matching.demands.signs import DEGREE, TURNED

Span = tuple[int, int]
_CAN_ASK = frozenset("?;")


def readings_in(page: Page, sentence: Sentence, sure: set[str]) -> Iterator[Reading]:
    """What the phrases in a sentence ask; weak ones only of fields not in `sure`."""
    words = lexicon()
    spoken = WORD.findall(page.easy, sentence.start, sentence.end)
    leads: dict[int, list[tuple[int, Lead]]] = {}
    for at, lead in words.sieve.standing(spoken, _group(page, sentence)):
        leads.setdefault(lead.number, []).append((at, lead))
    if leads:
        said = _Said(page, sentence, spoken)
        for number in sorted(leads):
            phrase = words.phrases[number]
            if phrase.weak and sure.issuperset(phrase.asks):
                continue
            if page.part == "title" and not _counts(phrase, page):
                continue
            yield from said.readings(phrase, leads[number])


def _group(page: Page, sentence: Sentence) -> Group:
    if page.part == "title":
        return Group.TITLE
    return Group.OFFER if sentence.section == "bieden" else Group.TASKS


def _counts(phrase: Phrase, page: Page) -> bool:
    """Whether what somebody with this title works with, is their work."""
    named = not (phrase.title or phrase.anywhere) and phrase.polarity == "demanded"
    return not (page.desk and named)


class _Said:
    """A sentence, and what was found out of it so far."""

    __slots__ = ("_alarms", "_answered", "_around", "_begins", "_easy", "_signs",
                 "_span", "_words")  # fmt: skip

    def __init__(self, page: Page, sentence: Sentence, words: Sequence[str]) -> None:
        self._easy = page.easy
        self._span = (sentence.start, sentence.end)
        self._signs = sentence.signs
        self._words = words
        self._begins: Sequence[int] | None = None
        self._alarms: frozenset[int] | None = None
        self._answered: bool | None = None
        self._around: dict[Span, Around] = {}

    def readings(
        self, phrase: Phrase, leads: Sequence[tuple[int, Lead]]
    ) -> Iterator[Reading]:
        """What a phrase says here, as often as it stands here."""
        for found in self._matches(phrase.words.pattern, leads):
            span = found.span()
            value = phrase.value(found) if phrase.unit else None
            if not phrase.is_meant(found[0], value) or self._trapped(phrase, span):
                continue
            reading = _reading(phrase, span, self._span, value, self._context(span))
            if reading is not None:
                yield reading

    def _matches(
        self, pattern: re.Pattern[str], leads: Sequence[tuple[int, Lead]]
    ) -> Iterator[re.Match[str]]:
        """All matches from left to right; tried only where a phrase may begin."""
        begins = self._where(leads)
        if begins is None:
            yield from pattern.finditer(self._easy, *self._span)
            return
        last, end = self._span
        for begin in begins:
            if begin >= last and (found := pattern.match(self._easy, begin, end)):
                last = found.end()
                yield found

    def _where(self, leads: Sequence[tuple[int, Lead]]) -> Sequence[int] | None:
        """Offsets at which a phrase may begin; None where that may be anywhere."""
        places: set[int] = set()
        for at, lead in leads:
            if lead.begin is None:
                return None
            low, high = lead.begin
            places.update(range(max(0, at + low), min(at + high + 1, len(self._words))))
        if not all(_starts_once(self._words[place]) for place in places):
            return None
        begins = self._all_begins()
        return [begins[place] for place in sorted(places)]

    def _all_begins(self) -> Sequence[int]:
        if self._begins is None:
            found = WORD.finditer(self._easy, *self._span)
            self._begins = [one.start() for one in found]
        return self._begins

    def _trapped(self, phrase: Phrase, span: Span) -> bool:
        if not phrase.alarms:
            return False
        if self._alarms is None:
            sieve = lexicon().sieve
            self._alarms = frozenset().union(*(sieve[w].alarms for w in self._words))
        raised = phrase.alarms & self._alarms
        if not raised:
            return False
        where = clause(self._easy, span, self._span)
        return any(
            phrase.unless[alarm].pattern.search(self._easy, *where) for alarm in raised
        )

    def _context(self, span: Span) -> Around:
        if self._is_answered_no():
            return DENIED_AROUND
        if not self._signs & (TURNED | DEGREE) and not self._cuts_a_word(span):
            return SAID
        known = self._around.get(span)
        if known is None:
            known = self._around[span] = self._look_around(span)
        return known

    def _look_around(self, span: Span) -> Around:
        if self._signs & TURNED or self._cuts_a_word(span):
            return around(self._easy, span, self._span)
        shift = degree(self._easy, span, clause(self._easy, span, self._span))
        return Around("said", shift) if shift else SAID

    def _cuts_a_word(self, span: Span) -> bool:
        """As "20" does in 20kg: a pattern that starts there sees a word begin."""
        start, end = span
        return _joins(self._easy, start) or _joins(self._easy, end)

    def _is_answered_no(self) -> bool:
        if self._answered is None:
            last = self._easy[self._span[1] - 1 : self._span[1]]
            self._answered = (last in _CAN_ASK or last.isspace()) and is_answered_no(
                self._easy, self._span
            )
        return self._answered


def _joins(easy: str, at: int) -> bool:
    return 0 < at < len(easy) and easy[at - 1].isalnum() and easy[at].isalnum()


def _starts_once(word: str) -> bool:
    """Whether no phrase can start in the midst of it, as in 20kg."""
    return word.isascii() and word.isalpha()


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

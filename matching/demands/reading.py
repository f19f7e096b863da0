"""Wordings, and what is read in them: a phrase where it stands, not yet weighed."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

from matching.demands.about import Nature, nature
from matching.demands.amounts import Amount, amounts
from matching.demands.leaning import leaning, words_before
from matching.demands.signs import AMOUNT, TIMED
from matching.demands.stretches import Stretch, stretches
from schemas.vacancy import Polarity

Span = tuple[int, int]
_MOST_AMOUNTS = 50  # of a sentence; more is no sentence
_MOST_BEFORE = 8  # ways to go on that are kept of one wording


class Reading(NamedTuple):
    """What a stretch of a wording asks; spans are offsets in its text."""

    asks: Sequence[str]
    polarity: Polarity
    strength: int
    span: Span
    value: float | None = None
    unit: str | None = None
    beside: bool = False  # an aid that only counts where the field is asked too


class Said(NamedTuple):
    """What the phrases in a wording ask, where it stands in one part of an advert.

    `sure`: the fields that it clearly asks, so that a weak phrase has nothing to add;
    `weak`: the readings of weak phrases, each with the fields it would add.
    """

    clear: Sequence[Reading]
    sure: frozenset[str]
    weak: Sequence[tuple[frozenset[str], Reading]]


class Wording:
    """A sentence by itself, as it stands and made `plain`, whatever advert it is in.

    What is found out of it is kept with it. It begins at `span[0]`: before that stand
    words of the advert that count for what it says, if there are any.
    """

    def __init__(self, text: str, easy: str, signs: int, start: int = 0) -> None:
        self.text = text
        self.easy = easy
        self.signs = signs
        self.span = (start, len(easy))
        self.said: dict[tuple[int, bool], Said] = {}
        self.told: dict[tuple[str, Reading], Sequence[Reading]] = {}
        self.quotes: dict[Span, tuple[int, str]] = {}
        self.hours: Sequence[Reading] | None = None
        self.by_day: bool | None = None
        self._after: dict[str, Wording] = {}

    def after(self, text: str, start: int) -> "Wording":
        """The same where it starts in an advert, after the words that count for it."""
        if not self._leans:
            return self
        before = words_before(self._leans, text, start)
        if not before:
            return self
        known = self._after.get(before)
        if known is None:
            if len(self._after) >= _MOST_BEFORE:
                self._after.clear()
            text, easy = before + self.text, before + self.easy
            known = self._after[before] = Wording(text, easy, self.signs, len(before))
        return known

    @cached_property
    def nature(self) -> Nature:
        """What it is about."""
        return nature(self.text, self.easy, self.signs)

    @cached_property
    def _leans(self) -> int:
        return leaning(self.easy, self.signs)

    @cached_property
    def amounts(self) -> Sequence[Amount]:
        """All amounts in it."""
        if not self.signs & AMOUNT:
            return ()
        return tuple(islice(amounts(self.easy, self.span), _MOST_AMOUNTS))

    @cached_property
    def stretches(self) -> Sequence[Stretch]:
        """All hours of work in it."""
        return tuple(stretches(self.easy, self.span)) if self.signs & TIMED else ()


class Place(NamedTuple):
    """A wording where it stands in a part of an advert, from offset `at` on."""

    part: Literal["text", "title"]
    at: int
    wording: Wording


Found = tuple[Place, Reading]

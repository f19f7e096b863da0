"""Wordings, and what is read in them: a phrase where it stands, not yet weighed."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from matching.demands.about import Nature, nature
from matching.demands.amounts import Amount, amounts
from matching.demands.leaning import leaning, words_before
from matching.demands.lexicon import Group
from matching.demands.signs import AMOUNT, TIMED
from matching.demands.stretches import Stretch, stretches
from schemas.vacancy import Polarity

Span = tuple[int, int]
_MOST_AMOUNTS = 50  # of a sentence; more is no sentence
_CAN_BE_ANSWERED = ("?", ";", ".")
_MOST_BEFORE = 8  # ways to go on that are kept of one wording
_ASIDE = Nature(None, None, None)  # what it is about was told without words before it


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


SILENT = Said((), frozenset(), ())


class Wording:
    """A sentence by itself, as it stands and made `plain`, whatever advert it is in.

    What is found out of it is kept with it. It begins at `span[0]`: before that stand
    words of the advert that count for what it says, if there are any.
    """

    __slots__ = ("_after", "_amounts", "_stretches", "by_day", "can_be_answered",
                 "easy", "hours", "leans", "nature", "quotes", "said", "signs",
                 "span", "text", "told")  # fmt: skip

    def __init__(self, text: str, easy: str, signs: int, start: int = 0) -> None:
        self.text = text
        self.easy = easy
        self.signs = signs
        self.span = (start, len(easy))
        self.can_be_answered = easy.rstrip().endswith(_CAN_BE_ANSWERED)
        self.nature = _ASIDE if start else nature(text, easy, signs)
        self.leans = 0 if start else leaning(easy, signs)
        self.said: list[Said | None] = [None] * len(Group)
        self.told: dict[tuple[str, Reading], Sequence[Reading]] = {}
        self.quotes: dict[Span, tuple[int, str]] = {}
        self.hours: Sequence[Reading] | None = None
        self.by_day: bool | None = None
        self._after: dict[str, Wording] | None = None
        self._amounts: Sequence[Amount] | None = None
        self._stretches: Sequence[Stretch] | None = None

    def after(self, text: str, start: int) -> "Wording":
        """The same where it starts in an advert, after the words that count for it."""
        before = words_before(self.leans, text, start) if self.leans else ""
        if not before:
            return self
        if self._after is None or len(self._after) >= _MOST_BEFORE:
            self._after = {}
        known = self._after.get(before)
        if known is None:
            text, easy = before + self.text, before + self.easy
            known = self._after[before] = Wording(text, easy, self.signs, len(before))
        return known

    @property
    def amounts(self) -> Sequence[Amount]:
        """All amounts in it."""
        if self._amounts is None:
            told = amounts(self.easy, self.span) if self.signs & AMOUNT else ()
            self._amounts = tuple(islice(told, _MOST_AMOUNTS))
        return self._amounts

    @property
    def stretches(self) -> Sequence[Stretch]:
        """All hours of work in it."""
        if self._stretches is None:
            told = stretches(self.easy, self.span) if self.signs & TIMED else ()
            self._stretches = tuple(told)
        return self._stretches


class Place(NamedTuple):
    """A wording where it stands in a part of an advert, from offset `at` on."""

    part: Literal["text", "title"]
    at: int
    wording: Wording


Found = tuple[Place, Reading]

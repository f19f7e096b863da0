"""Pages, and what is read on them: a phrase where it stands, not yet weighed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

from matching.demands.amounts import Amount, amounts
from matching.demands.sections import Sentence
from matching.demands.signs import AMOUNT, TIMED, Seen
from matching.demands.stretches import Stretch, stretches
from schemas.vacancy import Polarity

Span = tuple[int, int]
_MOST_AMOUNTS = 50  # of a sentence; more is no sentence


@dataclass(frozen=True, slots=True)
class Page:
    """One part of an advert, as it stands and made plain, with its sentences.

    `seen`: the signs that stand in it. `desk`: a title of somebody who only plans,
    sells or counts the things it names.
    """

    part: Literal["text", "title"]
    text: str
    easy: str
    sentences: Sequence[Sentence]
    seen: Seen
    desk: bool = False
    _amounts: dict[Span, Sequence[Amount]] = field(default_factory=dict)
    _stretches: dict[Span, Sequence[Stretch]] = field(default_factory=dict)

    def amounts(self, span: Span) -> Sequence[Amount]:
        """All amounts in a sentence, looked for once."""
        if not self.seen.within(*span) & AMOUNT:
            return ()
        found = self._amounts.get(span)
        if found is None:
            found = self._amounts[span] = tuple(
                islice(amounts(self.easy, span), _MOST_AMOUNTS)
            )
        return found

    def stretches(self, sentence: Sentence) -> Sequence[Stretch]:
        """All hours of work in a sentence, looked for once."""
        if not sentence.signs & TIMED:
            return ()
        span = (sentence.start, sentence.end)
        found = self._stretches.get(span)
        if found is None:
            found = self._stretches[span] = tuple(stretches(self.easy, span))
        return found


class Reading(NamedTuple):
    """What a stretch of text asks; spans are offsets in the part it came from."""

    asks: Sequence[str]
    polarity: Polarity
    strength: int
    span: tuple[int, int]
    sentence: tuple[int, int]
    value: float | None = None
    unit: str | None = None
    beside: bool = False  # an aid that only counts where the field is asked too

"""Pages, and what is read on them: a phrase where it stands, not yet weighed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from matching.demands.sections import Sentence
from schemas.vacancy import Polarity


@dataclass(frozen=True, slots=True)
class Page:
    """One part of an advert, as it stands and made plain, with its sentences.

    `desk`: a title of somebody who only plans, sells or counts the things it names.
    """

    part: Literal["text", "title"]
    text: str
    easy: str
    sentences: Sequence[Sentence]
    desk: bool = False


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

"""Reading: one phrase understood where it stands, before readings are weighed."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vacancy import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a stretch of text asks; spans are offsets in the part it came from."""

    asks: Sequence[str]
    polarity: Polarity
    strength: int
    span: tuple[int, int]
    sentence: tuple[int, int]
    value: float | None = None
    unit: str | None = None
    beside: bool = False  # an aid that only counts where the field is asked too
    denies: bool = False  # the phrase itself says "geen", so a second one is no denial

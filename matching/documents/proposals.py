"""What a document seems to say, each piece beside the sentence it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.capacity import CapacityItem, HoursStep

Surety = Literal["sure", "likely", "unsure"]
FactName = Literal["kind", "author_role", "assessed_on", "valid_until", "version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where it stands: an exact piece of the text, and its page and line from 1.

    `cut`: words that name a cause were left out, perhaps all of them.
    """

    sentence: str
    start: int
    page: int
    line: int
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProposal:
    """One limited item; its sentence is that of the source."""

    item: CapacityItem
    source: Source
    surety: Surety


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProposal:
    """Hours that hold from a day on."""

    step: HoursStep
    source: Source
    surety: Surety


@dataclass(frozen=True, slots=True, kw_only=True)
class FactProposal:
    """A fact about the document itself; days as `2026-03-12`."""

    name: FactName
    value: str
    source: Source
    surety: Surety


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything proposed, in the order of the text."""

    facts: Sequence[FactProposal]
    items: Sequence[ItemProposal]
    steps: Sequence[StepProposal]

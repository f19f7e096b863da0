"""Proposals as cards: what each says, in words, and the parts that a form re-posts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matching.documents.proposals import (
    FactProposal,
    ItemProposal,
    Reading,
    Source,
    StepProposal,
    Surety,
)
from schemas.capacity import CapacityItem, HoursStep
from schemas.capacity_fields import CapacityField, capacity_fields
from webapp.capacities.form import VERSIONS
from webapp.capacities.limits import can, step_words
from webapp.site.formats import number
from webapp.writing import words
from webapp.writing.fields import read_amount, read_day

Decision = Literal["no", "yes", "other"]
STEP = "step"
# what a card is about, beside the fields of the list
ABOUT: Mapping[str, str] = {
    "kind": "Soort document",
    "author_role": "Geschreven door",
    "assessed_on": "Datum van het document",
    "valid_until": "Geldig tot",
    "version": "Lijst",
    STEP: "Opbouw van uren",
}
SURETIES: Mapping[Surety, str] = {
    "sure": "staat er duidelijk",
    "likely": "waarschijnlijk",
    "unsure": "onzeker: lees goed na",
}
ITEM_PARTS = ("level", "value", "bound", "sentence")
STEP_PARTS = ("starts_on", "hours_day", "hours_week")
PARTS = (*ITEM_PARTS, *STEP_PARTS, "choices")
LIMITED, CONDITION = "beperkt", "voorwaarde"
FACT_WORDS: Mapping[str, str] = dict(
    (*words.DOCUMENT_KINDS.items(), *words.AUTHOR_ROLES, *VERSIONS.items())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One proposal. `about` is a field of the list or a key of ABOUT."""

    about: str
    parts: Mapping[str, str]
    place: str
    surety: Surety
    cut: bool
    decision: Decision = "no"
    other_level: str = ""
    other_value: str = ""

    @property
    def key(self) -> str:
        """What can be taken over once: a field, a fact, a step of one day."""
        return self.about + (self.parts["starts_on"] if self.about == STEP else "")

    @property
    def field(self) -> CapacityField | None:
        """The field of the list, if it is about one."""
        return capacity_fields().get(self.about)

    @property
    def label(self) -> str:
        """What it is about, in words."""
        return self.field.label if self.field else ABOUT[self.about]

    @property
    def says(self) -> str:
        """What it proposes, in words."""
        if self.field is not None:
            unsaid = CONDITION if self.field.condition else LIMITED
            return can(self.field, _item(self)) or unsaid
        return _step_words(self) if self.about == STEP else _fact_words(self)

    @property
    def sure(self) -> str:
        """How sure the reading is, in words."""
        return SURETIES[self.surety]


def cards_of(reading: Reading) -> tuple[Card, ...]:
    """A card for everything that was read; the document first, then its items."""
    return (
        *(_fact_card(one) for one in reading.facts),
        *(_item_card(one) for one in reading.items),
        *(_step_card(one) for one in reading.steps),
    )


def _fact_card(one: FactProposal) -> Card:
    parts = _parts(one.source, value=one.value)
    return _card(one.name, parts, one.source, one.surety)


def _item_card(one: ItemProposal) -> Card:
    item = one.item
    parts = _parts(
        one.source,
        level=str(item.level),
        value="" if item.value is None else number(item.value),
        bound="max" if item.is_max else "about",
        choices=" ".join(item.choices),
    )
    return _card(item.field, parts, one.source, one.surety)


def _step_card(one: StepProposal) -> Card:
    step = one.step
    parts = _parts(
        one.source,
        starts_on=str(step.starts_on),
        hours_day="" if step.hours_day is None else number(step.hours_day),
        hours_week="" if step.hours_week is None else number(step.hours_week),
        bound="max" if step.is_max else "about",
    )
    return _card(STEP, parts, one.source, one.surety)


def _parts(source: Source, **said: str) -> dict[str, str]:
    sentence = " ".join(source.sentence.split())
    return {**dict.fromkeys(PARTS, ""), "sentence": sentence, **said}


def _card(about: str, parts: dict[str, str], source: Source, surety: Surety) -> Card:
    place = f"bladzijde {source.page}, regel {source.line}"
    return Card(about=about, parts=parts, place=place, surety=surety, cut=source.cut)


def _item(card: Card) -> CapacityItem:
    """What a card proposes; a level that is no number counts as the lightest."""
    level = card.parts["level"]
    known = {choice.key for choice in card.field.choices} if card.field else set()
    return CapacityItem(
        field=card.about,
        level=int(level) if level.isdecimal() else 1,
        value=read_amount(card.parts["value"]),
        is_max=card.parts["bound"] == "max",
        choices=tuple(key for key in card.parts["choices"].split() if key in known),
    )


def _step_words(card: Card) -> str:
    step = HoursStep(
        starts_on=read_day(card.parts["starts_on"]) or date.min,
        hours_day=read_amount(card.parts["hours_day"]),
        hours_week=read_amount(card.parts["hours_week"]),
        is_max=card.parts["bound"] == "max",
    )
    return step_words(step)


def _fact_words(card: Card) -> str:
    value = card.parts["value"]
    found = read_day(value)
    return f"{found:%d-%m-%Y}" if found else FACT_WORDS.get(value, value)

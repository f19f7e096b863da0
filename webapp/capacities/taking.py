"""What somebody decides about each proposal, and the form that comes of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from matching.documents.proposals import Surety
from schemas.capacity import Capacity
from schemas.capacity_fields import capacity_fields
from webapp.capacities.cards import ABOUT, ITEM_PARTS, PARTS, STEP, Card, Decision
from webapp.capacities.form import choice_name
from webapp.capacities.ramp_form import MOST_STEPS
from webapp.writing.fields import Fields

MOST_CARDS = 300
TWICE = "Dit neem je twee keer over. Kies er één."
SAY_WHAT = "Kies hoe zwaar, of vul het getal in."
TOO_MANY_STEPS = f"Er passen hoogstens {MOST_STEPS} stappen in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was decided: `values` for the form of the belastbaarheid, unless errors."""

    cards: tuple[Card, ...]
    values: Mapping[str, str]
    count: int
    errors: Mapping[str, str] = field(default_factory=dict)


def cards_sent(form: Mapping[str, str]) -> tuple[Card, ...]:
    """The cards of a sent form, as they were shown and decided."""
    return tuple(_cards(Fields(form)))


def _cards(fields: Fields) -> Iterator[Card]:
    for place in range(1, MOST_CARDS + 1):
        row = f"card{place}"
        about = fields.line(f"{row}-about")
        if about not in capacity_fields() and about not in ABOUT:
            return
        yield Card(
            about=about,
            parts={part: fields.line(f"{row}-{part}", longest=600) for part in PARTS},
            place=fields.line(f"{row}-place"),
            surety=_surety(fields.line(f"{row}-surety")),
            cut=fields.ticked(f"{row}-cut"),
            decision=_decision(fields.line(f"{row}-decision")),
            other_level=fields.line(f"{row}-other_level"),
            other_value=fields.line(f"{row}-other_value"),
        )


def _surety(text: str) -> Surety:
    return cast(Surety, text) if text in get_args(Surety) else "unsure"


def _decision(text: str) -> Decision:
    return cast(Decision, text) if text in get_args(Decision) else "no"


def taken_over(cards: tuple[Card, ...]) -> Taken:
    """The form that the confirmed cards make; errors are by card, `card3`."""
    chosen = {
        f"card{place}": card
        for place, card in enumerate(cards, start=1)
        if card.decision != "no"
    }
    values: dict[str, str] = {}
    for card in chosen.values():
        if card.about != STEP:
            values |= _values(card)
    steps = [card for card in chosen.values() if card.about == STEP]
    for row, card in enumerate(steps[:MOST_STEPS], start=1):
        values |= {f"step{row}-{part}": text for part, text in card.parts.items()}
    return Taken(
        cards=cards, values=values, count=len(chosen), errors=dict(_errors(chosen))
    )


def no_longer(latest: Capacity | None, values: Mapping[str, str]) -> tuple[str, ...]:
    """What the document before it limits and the form does not, by label."""
    before = (
        {item.field for item in latest.items if item.level > 0} if latest else set()
    )
    return tuple(
        one.label
        for name, one in capacity_fields().items()
        if name in before and not values.get(f"{name}-sentence")
    )


def _errors(chosen: Mapping[str, Card]) -> Iterator[tuple[str, str]]:
    times = Counter(card.key for card in chosen.values())
    steps = 0
    for name, card in chosen.items():
        steps += card.about == STEP
        if times[card.key] > 1:
            yield name, TWICE
        elif card.decision == "other" and not (card.other_level or card.other_value):
            yield name, SAY_WHAT
        elif steps > MOST_STEPS:
            yield name, TOO_MANY_STEPS


def _values(card: Card) -> dict[str, str]:
    if card.about in ABOUT:
        return {card.about: card.parts["value"]}
    parts = {part: card.parts[part] for part in ITEM_PARTS}
    if card.decision == "other":
        parts["value"] = card.other_value
        parts["level"] = card.other_level or parts["level"]
    ticked = dict.fromkeys(
        (choice_name(card.about, key) for key in card.parts["choices"].split()), "on"
    )
    return {f"{card.about}-{part}": text for part, text in parts.items()} | ticked

"""What can be answered about a job: the choices, unit and sentence of each point."""

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.answer import fact_of
from schemas.capacity_fields import CapacityField, capacity_fields
from schemas.vacancy import Polarity
from webapp.site.formats import number
from webapp.writing import words

YES = "Ja, dat vraagt het werk"
NO = "Nee, of zo weinig dat het niet telt"
AIDED = "Ja, met een hulpmiddel of aanpassing"
ARRANGED = "Ja, maar het is te regelen of aan te passen"
# Where a bare "yes" would mean the opposite, or nothing: the heavy and the light side.
SIDES: Mapping[str, tuple[str, str]] = {
    "memory": ("Veel moet men onthouden", "Alles staat op papier of in een systeem"),
    "divided_attention": ("Veel tegelijk", "Eén ding tegelijk, of bijna"),
    "independence_daily": ("Weinig begeleiding", "Genoeg begeleiding"),
    "work_structure_need": (
        "Men zoekt het zelf uit",
        "Er zijn vaste werkwijzen en instructies",
    ),
    "work_pace": ("Een hoog of opgelegd tempo", "Een gewoon of eigen tempo"),
    "needs_no_high_pace": ("Een hoog of opgelegd tempo", "Een gewoon of eigen tempo"),
    "needs_low_distraction": ("Een drukke ruimte", "Een rustige werkplek"),
    "needs_predictable_work": ("Het wisselt", "Het ligt vooraf vast"),
    "needs_few_interruptions": ("Vaak onderbroken", "Zelden onderbroken"),
    "needs_no_deadlines_peaks": (
        "Deadlines of pieken zijn gewoon",
        "Zelden deadlines of pieken",
    ),
    "needs_backup_colleague": (
        "Er wordt ook alleen gewerkt",
        "Er is altijd een collega in de buurt",
    ),
    "needs_posture_change": (
        "De houding ligt vast",
        "Zitten, staan en lopen wisselen elkaar af",
    ),
    "cooperation": ("Het werk is steeds samen", "Een eigen, afgebakende taak"),
    "commute_independent": ("Niet op tijd te bereiken", "Goed te bereiken met het OV"),
    "licences": ("Het rijbewijs is echt nodig", "Het kan ook zonder rijbewijs"),
    "education_min": ("Een diploma is echt nodig", "Ervaring telt ook"),
    "certificates": (
        "Het moet er bij de start zijn",
        "Het kan na de start worden gehaald",
    ),
    "dutch_level": (
        "Het gevraagde niveau is echt nodig",
        "Minder is genoeg, of er is ruimte om te leren",
    ),
}
NUMBERS: Mapping[str, str] = {  # answered by a number and nothing else
    "hours_min": "Ten minste {} uur per week",
    "hours_day": "Werkdagen tot {} uur",
}
PROMPTS: Mapping[str, str] = {
    "hours_min": "Hoeveel uur per week is het minste?",
    "hours_day": "Hoeveel uur duurt de langste werkdag?",
}
FACTS = ("licences", "education_min", "certificates", "dutch_level")
# The way to work is worked out from both addresses; the rest no employer can tell.
UNANSWERABLE = {"no_evening", "no_night", "dominant_side", "affected_side"}
UNITS: Mapping[str, str] = {**words.UNITS, "h": "uur per dag"}
RANGES: Mapping[str, tuple[float, float]] = {
    "min": (0, 720), "h": (0, 24), "n/h": (0, 10_000), "kg": (0, 500),
    "kgf": (0, 500), "cm": (0, 300), "°": (0, 180), "°C": (-60, 100),
    "dB(A)": (0, 150), "steps": (0, 2000),
}  # fmt: skip
FULL_WEEK = (1, 60)
HOURS_OF_WEEK = "h/week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How one point is answered; `choices` is empty where only a number will do.

    `unit` is what a number is counted in, None where no number belongs to it.
    """

    field: str
    label: str
    choices: tuple[tuple[Polarity, str], ...]
    unit: str | None = None

    @property
    def unit_words(self) -> str:
        """The unit as people say it."""
        weekly = self.unit == HOURS_OF_WEEK
        return "uur per week" if weekly else UNITS.get(self.unit or "", "")

    @property
    def prompt(self) -> str:
        """What the number is asked by."""
        return PROMPTS.get(self.field, f"Hoeveel {self.unit_words}?")

    @property
    def range(self) -> tuple[float, float]:
        """The smallest and the largest number that can be meant."""
        return FULL_WEEK if self.unit == HOURS_OF_WEEK else RANGES[self.unit or "h"]

    def said(self, polarity: Polarity, value: float | None) -> str:
        """The answer as a plain sentence."""
        if not self.choices:
            return f"{NUMBERS[self.field].format(number(value or 0))}."
        chosen = dict(self.choices)[polarity]
        if value is None:
            return f"{chosen}."
        return f"{chosen}: {number(value)} {self.unit_words}."


def field_label(field: str) -> str:
    """The Dutch name of a field of findings, demands and answers."""
    known = capacity_fields().get(field)
    return words.FIELDS.get(field) or (known.label if known else field)


def asking(field: str) -> Asking | None:
    """How a field is answered; None for what cannot be asked of a job."""
    name = fact_of(field)
    known = capacity_fields().get(name)
    if name in NUMBERS:
        unit = HOURS_OF_WEEK if name == "hours_min" else "h"
        return Asking(field=name, label=field_label(name), choices=(), unit=unit)
    if name in FACTS or (name.startswith("shift_") and name in words.FIELDS):
        return Asking(field=name, label=field_label(name), choices=_sides(name))
    if known is None or known.scale == "text" or name in UNANSWERABLE:
        return None
    return _of_capacity(known)


def _of_capacity(known: CapacityField) -> Asking:
    aided = ARRANGED if known.condition else AIDED
    return Asking(
        field=known.name,
        label=field_label(known.name),
        choices=(*_sides(known.name), ("mitigated", aided)),
        unit=known.unit,
    )


def _sides(name: str) -> tuple[tuple[Polarity, str], ...]:
    heavy, light = SIDES.get(name, (YES, NO))
    return (("demanded", heavy), ("absent", light))

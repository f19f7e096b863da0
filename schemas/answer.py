"""Answers: what was found out about a job by asking, laid over what its advert says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.capacity_fields import CapacityField, capacity_fields
from schemas.vacancy import Demand, Polarity, Vacancy

SaidBy = Literal["employer_phone", "employer_mail", "website", "own_knowledge"]
SAID_BY: Mapping[SaidBy, str] = {
    "employer_phone": "werkgever, telefonisch",
    "employer_mail": "werkgever, per mail",
    "website": "website van de werkgever",
    "own_knowledge": "eigen kennis",
}
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
EXPLICIT, CLEAR = 3, 2
# Two names of one fact: the rules ask after the one and object to the other.
_SAME_FACT = {"hours_week": "hours_min"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody said of one point of a job; nothing in it is about a person.

    `field` is a capacity field, `shift_*`, `hours_min` (hours a week), `licences`,
    `education_min`, `certificates` or `dutch_level`. `said` is the answer as a plain
    sentence, `note` what was added in words. With an aid (`mitigated`) `value` is
    what is left to do.
    """

    vacancy_id: UUID
    field: str
    polarity: Polarity
    value: float | None
    unit: str | None
    said: str
    note: str
    said_by: SaidBy
    said_on: date

    @property
    def words(self) -> str:
        """The answer with its note, to be quoted."""
        return f"{self.said} {self.note}".strip()

    @property
    def source(self) -> str:
        """Who said it when: `werkgever, telefonisch, 12 maart 2026`."""
        day = self.said_on
        return f"{SAID_BY[self.said_by]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Told):
    """A recorded answer: by whom and when, and whether it was taken back."""

    id: UUID
    made_by: UUID
    made_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None


def fact_of(field: str) -> str:
    """The one name under which the answers about a field are kept."""
    return _SAME_FACT.get(field, field)


def laid_over(demands: Iterable[Demand], told: Iterable[Told]) -> list[Demand]:
    """The demands with the answers in the place of what the advert says of a field."""
    answers = {one.field: demand_of(one) for one in told}
    left = (one for one in demands if one.field not in answers)
    return [*answers.values(), *left]


def demand_of(told: Told) -> Demand:
    """An answer as a demand; what is left to do with an aid is what is demanded."""
    measured = told.polarity == "mitigated" and told.value is not None
    return Demand(
        field=told.field,
        polarity="demanded" if measured else told.polarity,
        strength=_strength(told, capacity_fields().get(told.field)),
        quote=told.words,
        offset=0,
        part="answer",
        value=told.value,
        unit=told.unit,
    )


def _strength(told: Told, field: CapacityField | None) -> int:
    """How much a "yes" says: explicit, but where a number or a degree is missing.

    Then it is clear, and excludes only where the limit is severe.
    """
    if told.polarity != "demanded" or told.value is not None or field is None:
        return EXPLICIT
    return CLEAR if field.unit is not None or field.top_level > 1 else EXPLICIT


def with_answers(vacancy: Vacancy, told: Iterable[Told]) -> Vacancy:
    """The vacancy with what was answered about its typed facts."""
    for one in told:
        vacancy = _with_answer(vacancy, one)
    return vacancy


def _with_answer(vacancy: Vacancy, told: Told) -> Vacancy:
    if told.field == "hours_min" and told.value is not None:
        most = max(told.value, vacancy.hours_max or told.value)
        return replace(
            vacancy, hours_min=told.value, hours_max=most, hours_negotiable=False
        )
    if told.field == "education_min" and told.polarity == "demanded":
        return replace(vacancy, education_strict=vacancy.education_min is not None)
    return _waived(vacancy, told.field) if told.polarity == "absent" else vacancy


def _waived(vacancy: Vacancy, field: str) -> Vacancy:
    match field:
        case "education_min":
            return replace(vacancy, education_min=None, education_strict=False)
        case "licences":
            return replace(vacancy, licences=())
        case "certificates":
            return replace(vacancy, certificates=())
        case "dutch_level":
            return replace(vacancy, dutch_level=None)
        case _:
            return vacancy

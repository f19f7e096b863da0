"""Lays what an advert asks beside what somebody can, line by line with the proof."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from schemas.answer import Told, fact_of, laid_over
from schemas.capacity import Capacity, CapacityItem
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding, FindingKind, Match
from schemas.vacancy import Demand, Polarity, Vacancy
from webapp.answers.asking import field_label
from webapp.capacities.limits import can
from webapp.vacancies.quotes import jump_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table; `kind` free: asked, and nothing is limited there.

    `jump` is the id of the mark on the quote; `can` and `sentence` come from the
    capacity document. `source` says who answered, when it was not the advert; `since`
    what was answered after the ranking.
    """

    label: str
    kind: FindingKind | Literal["free"]
    text: str
    quote: str | None
    jump: str | None
    can: str | None
    sentence: str | None
    source: str | None = None
    since: str | None = None


FREE: Mapping[Polarity, str] = {
    "demanded": "Gevraagd.",
    "absent": "Niet gevraagd.",
    "mitigated": "Gevraagd, met hulp of aanpassing.",
}
# what a job asks is called otherwise than what limits it
LIMITED_BY = {
    "hours_week": "hours_min",
    "no_evening": "shift_evening",
    "no_night": "shift_night",
}
TAKEN_BACK = "Intussen is dit antwoord teruggenomen."


def compare(
    vacancy: Vacancy,
    found: Sequence[Finding],
    demands: Sequence[Demand],
    capacity: Capacity | None,
    told: Sequence[Told] = (),
) -> tuple[Line, ...]:
    """The findings in their order, then what is asked and touches no finding."""
    items = {LIMITED_BY.get(one.field, one.field): one for one in _items(capacity)}
    spoken = {fact_of(finding.field) for finding in found}
    rest = [one for one in laid_over(demands, told) if fact_of(one.field) not in spoken]
    answers = {one.field: one for one in told}
    return (
        *(_of_finding(vacancy, finding, items, answers) for finding in found),
        *_of_demands(vacancy, rest, items, answers),
    )


def _items(capacity: Capacity | None) -> Iterator[CapacityItem]:
    """The items of a document; a build-up says other hours than its item."""
    if capacity is None:
        return
    for item in capacity.items:
        if item.field != "hours_week" or not capacity.ramp:
            yield item


def findings_of(match: Match | None) -> list[Finding]:
    """Objections first, then questions, reasons and assumptions."""
    if match is None:
        return []
    return list(
        chain(match.objections, match.questions, match.reasons, match.assumptions)
    )


def _of_finding(
    vacancy: Vacancy,
    finding: Finding,
    items: Mapping[str, CapacityItem],
    answers: Mapping[str, Told],
) -> Line:
    item = items.get(LIMITED_BY.get(finding.field, finding.field))
    return Line(
        label=field_label(finding.field),
        kind=finding.kind,
        text=finding.text,
        quote=finding.quote,
        jump=jump_to(vacancy, finding.part, finding.offset, finding.quote),
        can=finding.limit or _can(item),
        sentence=item.sentence if item else None,
        source=finding.source,
        since=_since(finding, answers),
    )


def _since(finding: Finding, answers: Mapping[str, Told]) -> str | None:
    """What the ranking did not know yet, or what it knew and no longer holds."""
    known = finding.part == "answer"
    if known and any(one.words == finding.quote for one in answers.values()):
        return None
    answer = answers.get(fact_of(finding.field))
    if answer is not None:
        return f"Intussen beantwoord: {answer.words} ({answer.source})"
    return TAKEN_BACK if known else None


def _of_demands(
    vacancy: Vacancy,
    demands: Iterable[Demand],
    items: Mapping[str, CapacityItem],
    answers: Mapping[str, Told],
) -> Iterator[Line]:
    for demand in demands:
        item = items.get(LIMITED_BY.get(demand.field, demand.field))
        answer = answers.get(demand.field)
        yield Line(
            label=field_label(demand.field),
            kind="free",
            text=FREE[demand.polarity],
            quote=demand.quote,
            jump=jump_to(vacancy, demand.part, demand.offset, demand.quote),
            can=_can(item),
            sentence=item.sentence if item else None,
            source=answer.source if answer else None,
        )


def _can(item: CapacityItem | None) -> str | None:
    field = capacity_fields().get(item.field) if item else None
    if item is None or field is None or item.level == 0:
        return None
    return can(field, item) or "voorwaarde"

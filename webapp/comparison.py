"""Lays what an advert asks beside what somebody can, line by line with the proof."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from schemas.capacity import Capacity, CapacityItem
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding, FindingKind, Match
from schemas.vacancy import Demand, Vacancy
from webapp import words
from webapp.limits import can
from webapp.quotes import Part, mark_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table; `kind` free: asked, and nothing is limited there.

    `jump` is the id of the mark on the quote; `can` and `sentence` come from the
    capacity document.
    """

    label: str
    kind: FindingKind | Literal["free"]
    text: str
    quote: str | None
    jump: str | None
    can: str | None
    sentence: str | None


def compare(
    vacancy: Vacancy,
    found: Sequence[Finding],
    demands: Sequence[Demand],
    capacity: Capacity | None,
) -> tuple[Line, ...]:
    """The findings in their order, then what is asked and touches no finding."""
    items = {item.field: item for item in (capacity.items if capacity else ())}
    spoken = {finding.field for finding in found}
    rest = [demand for demand in demands if demand.field not in spoken]
    return (
        *(_of_finding(vacancy, finding, items) for finding in found),
        *_of_demands(vacancy, rest, items),
    )


def field_label(field: str) -> str:
    """The Dutch name of a field of findings and demands."""
    known = capacity_fields().get(field)
    return words.FIELDS.get(field) or (known.label if known else field)


def findings_of(match: Match | None) -> list[Finding]:
    """Objections first, then questions, reasons and assumptions."""
    if match is None:
        return []
    return list(
        chain(match.objections, match.questions, match.reasons, match.assumptions)
    )


def _of_finding(
    vacancy: Vacancy, finding: Finding, items: Mapping[str, CapacityItem]
) -> Line:
    item = items.get(finding.field)
    return Line(
        label=field_label(finding.field),
        kind=finding.kind,
        text=finding.text,
        quote=finding.quote,
        jump=_jump(vacancy, finding.part, finding.offset, finding.quote),
        can=finding.limit or _can(item),
        sentence=item.sentence if item else None,
    )


def _of_demands(
    vacancy: Vacancy, demands: Iterable[Demand], items: Mapping[str, CapacityItem]
) -> Iterator[Line]:
    for demand in demands:
        item = items.get(demand.field)
        yield Line(
            label=field_label(demand.field),
            kind="free",
            text="Niet gevraagd." if demand.polarity == "absent" else "Gevraagd.",
            quote=demand.quote,
            jump=_jump(vacancy, demand.part, demand.offset, demand.quote),
            can=_can(item),
            sentence=item.sentence if item else None,
        )


def _can(item: CapacityItem | None) -> str | None:
    field = capacity_fields().get(item.field) if item else None
    if item is None or field is None or item.level == 0:
        return None
    return can(field, item) or "voorwaarde"


def _jump(
    vacancy: Vacancy, part: Part | None, offset: int | None, quote: str | None
) -> str | None:
    """Only where the quote still stands is there something to jump to."""
    if part is None or offset is None or not quote:
        return None
    text = vacancy.title if part == "title" else vacancy.text
    stands = text[offset : offset + len(quote)] == quote
    return mark_name(part, offset) if stands else None

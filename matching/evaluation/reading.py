"""How well an advert is read: its facts, and what the work asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.evaluation.gold import Advert, Truth
from matching.evaluation.measures import Agreement, agreement, share
from schemas.vacancy import Demand, Vacancy

FACTS = (
    "hours_min", "hours_max", "hours_negotiable", "salary_min", "salary_max",
    "salary_period", "education_min", "education_strict", "licences",
    "licences_wish", "certificates", "certificates_wish", "contract",
    "contract_months", "dutch_level", "shifts",
)  # fmt: skip

Miss = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One advert as we read it, beside what is known of it."""

    advert: Advert
    truth: Truth
    vacancy: Vacancy  # with the shifts and the unit group that we give it
    demands: Sequence[Demand]


def facts_right(read: Sequence[Read]) -> dict[str, float]:
    """Share of the adverts of which we got the fact, per fact."""
    return {
        fact: share(sum(_same(one, fact) for one in read), len(read)) for fact in FACTS
    }


def groups_right(read: Sequence[Read]) -> float:
    """Share of the adverts that we link to their own ISCO-08 unit group."""
    return share(sum(one.vacancy.isco == one.truth.isco for one in read), len(read))


def demands_right(read: Sequence[Read]) -> dict[str, Any]:
    """Agreement on (field, polarity), exact quotes, and values that are stated."""
    fields = {d.field for one in read for d in one.demands}
    fields |= {d.field for one in read for d in one.truth.demands}
    per_field = {
        field: sum((_agreed(one, field) for one in read), _NOTHING)
        for field in sorted(fields)
    }
    whole = sum(per_field.values(), _NOTHING)
    said = [(one, demand) for one in read for demand in one.demands]
    exact = sum(is_exact(one.advert, demand) for one, demand in said)
    return {
        "precision": whole.precision,
        "recall": whole.recall,
        "f1": whole.f1,
        "quotes_exact": share(exact, len(said)),
        "values_right": _values_right(read),
        "per_field": {field: _shown(one) for field, one in per_field.items()},
    }


def is_exact(advert: Advert, demand: Demand) -> bool:
    """Whether the quote stands in the advert, at the place it is said to stand."""
    part = advert.title if demand.part == "title" else advert.text
    return bool(demand.quote) and part.startswith(demand.quote, demand.offset)


def reading_misses(read: Sequence[Read]) -> Iterator[Miss]:
    """Every fact and demand that we have and the reader not, or the other way round."""
    for one in read:
        for fact in FACTS:
            if not _same(one, fact):
                yield {
                    "kind": "fact",
                    "vacancy": one.advert.id,
                    "field": fact,
                    "ours": _plain(getattr(one.vacancy, fact)),
                    "gold": _plain(one.truth.facts.get(fact)),
                }
        yield from _demand_misses(one)


def _demand_misses(one: Read) -> Iterator[Miss]:
    ours = {(d.field, d.polarity): d for d in one.demands}
    known = {(d.field, d.polarity): d for d in one.truth.demands}
    for key in sorted(ours.keys() ^ known.keys()):
        found = ours[key] if key in ours else known[key]
        yield {
            "kind": "demand said too much" if key in ours else "demand missed",
            "vacancy": one.advert.id,
            "field": key[0],
            "polarity": key[1],
            "quote": found.quote,
        }
    for key in sorted(ours.keys() & known.keys()):
        if known[key].value is not None and ours[key].value != known[key].value:
            yield {
                "kind": "value",
                "vacancy": one.advert.id,
                "field": key[0],
                "ours": ours[key].value,
                "gold": known[key].value,
                "quote": known[key].quote,
            }


_NOTHING = Agreement(right=0, said=0, known=0)


def _agreed(one: Read, field: str) -> Agreement:
    return agreement(
        [d.polarity for d in one.demands if d.field == field],
        [d.polarity for d in one.truth.demands if d.field == field],
    )


def _values_right(read: Sequence[Read]) -> float:
    stated = [
        (one, known)
        for one in read
        for known in one.truth.demands
        if known.value is not None
    ]
    right = sum(
        any(d.field == known.field and d.value == known.value for d in one.demands)
        for one, known in stated
    )
    return share(right, len(stated))


def _shown(one: Agreement) -> dict[str, float]:
    return {
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
        "right": one.right,
        "said": one.said,
        "gold": one.known,
    }


def _same(one: Read, fact: str) -> bool:
    return _plain(getattr(one.vacancy, fact)) == _plain(one.truth.facts.get(fact))


def _plain(value: object) -> object:
    """Lists of papers and shifts have no order; capitals make no other paper."""
    if isinstance(value, list | tuple):
        return sorted(str(one).casefold() for one in value)
    return value

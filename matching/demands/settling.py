"""Settles per field which of several readings of an advert counts."""

from collections.abc import Sequence
from math import inf

from matching.demands.reading import Found, Reading
from matching.demands.stated import measured
from schemas.capacity_fields import capacity_fields

EXPLICIT = 3  # of the strengths 1, 2 and 3
_NEAR = 250  # characters: a sentence or two


def settled(found: Sequence[Found]) -> list[tuple[str, Found]]:
    """One reading per field: aids first, then what is asked, then what is not."""
    by_field: dict[str, list[Found]] = {}
    for row in found:
        for field in row[1].asks:
            by_field.setdefault(field, []).append(row)
    chosen = ((field, _chosen(field, rows)) for field, rows in by_field.items())
    kept = [
        (field, measured(field, row, by_field[field]))
        for field, row in chosen
        if row is not None
    ]
    return sorted(kept, key=_in_order)


def _in_order(settled: tuple[str, Found]) -> tuple[str, int, int, str]:
    field, (place, said) = settled
    return place.part, place.at + said.span[0], place.at + said.span[1], field


def _chosen(field: str, rows: Sequence[Found]) -> Found | None:
    if len({row[1].polarity for row in rows}) > 1:
        return _one(field, _largest(rows))
    if any(row[1].beside for row in rows):
        return _one(field, rows)
    return _best(field, rows)


def _largest(rows: Sequence[Found]) -> Sequence[Found]:
    """Without what is only part of longer words that say otherwise."""
    return [row for row in rows if not any(_says_more(other, row) for other in rows)]


def _says_more(longer: Found, row: Found) -> bool:
    (place, said), (other, part) = longer, row
    return (
        said.polarity != part.polarity
        and place is other
        and said.span != part.span
        and said.span[0] <= part.span[0]
        and part.span[1] <= said.span[1]
    )


def _one(field: str, rows: Sequence[Found]) -> Found | None:
    rows = _without_far_aids(rows)
    aided, asked, free = (
        _best(field, [row for row in rows if row[1].polarity == polarity])
        for polarity in ("mitigated", "demanded", "absent")
    )
    if aided is not None and not (asked and _stands_apart(asked, aided)):
        return aided
    if asked is None or free is None:
        return asked or free
    return asked if _outweighs(field, asked[1], free[1]) else free


def _stands_apart(asked: Found, aid: Found) -> bool:
    """What is plainly asked in another sentence than the aid is not relieved by it."""
    elsewhere = asked[1].strength == EXPLICIT and asked[0] is not aid[0]
    return elsewhere and aid[1].beside


def _without_far_aids(rows: Sequence[Found]) -> Sequence[Found]:
    """An aid that must stand beside what is asked, stands in its neighbourhood."""
    asked = [row for row in rows if row[1].polarity == "demanded"]
    return [
        row
        for row in rows
        if not row[1].beside or any(_is_near(row, one) for one in asked)
    ]


def _is_near(aid: Found, asked: Found) -> bool:
    if aid[0].part != asked[0].part:
        return False
    apart = aid[0].at + aid[1].span[0] - asked[0].at - asked[1].span[0]
    return abs(apart) <= _NEAR


def _outweighs(field: str, asked: Reading, free: Reading) -> bool:
    if field.startswith("shift_"):
        return asked.strength >= 2
    return asked.strength >= 2 and asked.strength >= free.strength


def _best(field: str, rows: Sequence[Found]) -> Found | None:
    """The strongest; then the heaviest number, what stands alone, text, the first."""
    if len(rows) < 2:
        return rows[0] if rows else None

    def order(row: Found) -> tuple[int, float, bool, str, int, int]:
        place, said = row
        weight = inf if said.value is None else _weight(field, said.value)
        first, last = said.span
        at = place.at
        return (-said.strength, weight, said.beside, place.part, at + first, at + last)

    return min(rows, key=order)


def _weight(field: str, value: float) -> float:
    """The less, the heavier."""
    known = capacity_fields().get(field)
    return value if known is not None and known.heavier == "lower" else -value

"""What the hard limits look at in a demand: all that a rule needs to object to it.

A sign is a demand without its place and, but for the few rules that read the words of
a quote, without its words. Many adverts share one, so a rule is asked once for all.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import cast

from matching.market.coded import APART as APART
from matching.rules.parts import PARTS, PROTECTED_BY
from matching.rules.weighing import AT_A_DISTANCE, BY_EAR, IN_GROUPS
from schemas.vacancy import Demand, Polarity

BETWEEN = "\t"
SIGNS_REMEMBERED = 100_000
# The words that count, per field of which a rule reads the quote.
_READ = {
    **{field: tuple(parts.values()) for field, parts in PARTS.items()},
    **{field: (PARTS["ppe_limited"][part],) for field, part in PROTECTED_BY.items()},
    "hearing": (IN_GROUPS, BY_EAR),
    "conflict": (AT_A_DISTANCE,),
}


def signs_of(demands: Iterable[Demand]) -> tuple[str, ...]:
    """One sign per field: what an advert says first of it is what the rules look at."""
    first: dict[str, Demand] = {}
    for one in demands:
        first.setdefault(one.field, one)
    return tuple(_written(one) for one in first.values())


def in_reading_order(demands: Iterable[Demand]) -> list[Demand]:
    """As the table gives them: the title first, then as they stand in the text."""
    return sorted(demands, key=_place)


def _place(one: Demand) -> tuple[bool, int, str, str]:
    return one.part != "title", one.offset, one.field, one.polarity


@lru_cache(maxsize=SIGNS_REMEMBERED)
def demand_of(sign: str) -> Demand:
    """A demand to which every rule objects exactly as to those with this sign."""
    field, polarity, strength, value, unit, quote = sign.split(BETWEEN)
    return Demand(
        field=field,
        polarity=cast("Polarity", polarity),
        strength=int(strength),
        quote=quote,
        offset=0,
        value=float(value) if value else None,
        unit=unit or None,
    )


def _written(one: Demand) -> str:
    value = "" if one.value is None else repr(float(one.value))
    told = (one.field, one.polarity, str(one.strength), value, one.unit or "")
    return BETWEEN.join((*told, _words(one.field, one.quote)))


@lru_cache(maxsize=SIGNS_REMEMBERED)
def _words(field: str, quote: str) -> str:
    """The words of a quote that a rule would find, one per pattern, and no more."""
    found = (pattern.search(quote) for pattern in _READ.get(field, ()))
    said: Sequence[str] = [match[0].casefold() for match in found if match]
    return " | ".join(said)

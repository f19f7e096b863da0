"""What one vacancy may be expected to ask where its advert is silent."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial

from matching.case import Load
from matching.priors.assumed import LOADS, fields_of
from matching.priors.loads import expected_load
from matching.priors.naming import groups_named
from matching.priors.titles import title_loads
from schemas.vacancy import Demand, Vacancy

# Words that make it desk work, and demands that make it more than that.
_DESK = {"sit_hours_day", "keyboard_hours_day"}
_MORE = {
    *fields_of("lift"), *fields_of("push"), *fields_of("climb"), *fields_of("stand"),
    *fields_of("walk"), *fields_of("kneel"), *fields_of("bend"), *fields_of("reach"),
    *fields_of("driving"), *fields_of("risk"), *fields_of("gear"), *fields_of("skin"),
}  # fmt: skip
_CLEAR = 2
LOADS_REMEMBERED = 200_000


def expectation(vacancy: Vacancy, demands: Sequence[Demand]) -> Callable[[str], Load]:
    """The usual load per field: by the title, else the unit group, else the advert.

    Groups that the title itself names go before the linked one. An advert that asks
    what such work never asks is no usual case: then nothing of the kind is low. One
    that speaks of a desk, and of nothing heavier, is desk work.
    """
    return partial(_expected, vacancy.title, vacancy.isco, demands)


def _expected(
    title: str, isco: str | None, demands: Sequence[Demand], field: str
) -> Load:
    load = _usual(title, isco, field)
    if load == "low" and field in _bodily():
        asked = _asked(demands) & _MORE
        return (
            "unknown" if any(_usual(title, isco, f) == "low" for f in asked) else load
        )
    if load == "unknown" and field in _kept_out() and _at_a_desk(demands):
        return "low"
    return load


@lru_cache(maxsize=LOADS_REMEMBERED)
def _usual(title: str, isco: str | None, field: str) -> Load:
    """What a title makes light is light; what it makes heavier is at least that."""
    told = title_loads(title).get(field)
    if told == "low":
        return told
    groups = groups_named(title) or (isco,)
    load = max((expected_load(one, field) for one in groups), key=LOADS.index)
    if told is None:
        return load
    return told if load == "unknown" else max(told, load, key=LOADS.index)


@cache
def _kept_out() -> frozenset[str]:
    return frozenset(
        field
        for name in ("body", "place", "getup", "stand", "walk")
        for field in fields_of(name)
    )


@cache
def _bodily() -> frozenset[str]:
    return frozenset((*fields_of("body"), *fields_of("stand"), *fields_of("walk")))


def _at_a_desk(demands: Sequence[Demand]) -> bool:
    asked = _asked(demands)
    return bool(asked & _DESK) and not asked & _MORE


def _asked(demands: Sequence[Demand]) -> set[str]:
    return {
        one.field
        for one in demands
        if one.polarity == "demanded" and one.strength >= _CLEAR
    }

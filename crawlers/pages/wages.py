"""The wage in linked data, in all its shapes; an estimate is never one of them."""

import re
from dataclasses import dataclass

from crawlers.pages.jobposting_fields import words
from crawlers.pages.ld_json import Json, nodes_of_type

NUMERIC = re.compile(r"[\d.,\s€]+(?:[-–]{1,2})?")
RANGE = re.compile(r"(€?\s*\d[\d.,]*)\s*(?:,?[-–]|tot|to)+\s*(€?\s*\d[\d.,]*)[\s,–-]*")
OF_A_DISTRIBUTION = {"median", "percentile10", "percentile50", "percentile90"}


@dataclass(frozen=True, slots=True)
class Wage:
    """A wage as printed; `text` when it is words and no number."""

    low: str | None = None
    high: str | None = None
    unit: str | None = None
    text: str | None = None
    currency: str | None = None

    def __str__(self) -> str:
        amounts = " - ".join(part for part in (self.low, self.high) if part)
        parts = (amounts or self.text, self.currency, self.unit)
        return " ".join(part for part in parts if part)


def wage_of(value: object) -> Wage:
    """MonetaryAmount with a number or QuantitativeValue in it, or a bare text.

    An estimate in its place (a MonetaryAmountDistribution) is no wage.
    """
    value = _first(value)
    if isinstance(value, str):
        return Wage(text=words(value))
    if not isinstance(value, dict):
        return _single(words(value), Wage())
    return Wage() if is_estimate(value) else _amount(value)


def is_estimate(value: Json) -> bool:
    """Whether an amount is what somebody thinks the work pays elsewhere."""
    return value.get("@type") == "MonetaryAmountDistribution" or bool(
        value.keys() & OF_A_DISTRIBUTION
    )


def estimate_of(job: Json, page_text: str) -> str | None:
    """An estimated salary on the page, as words; it is not the employer's offer."""
    offered = _first(job.get("baseSalary"))
    amounts = [_first(job.get("estimatedSalary"))]
    if isinstance(offered, dict) and is_estimate(offered):
        amounts.append(offered)
    if "estimatedSalary" in page_text:
        others, _ = nodes_of_type(page_text, "Occupation")
        amounts += [_first(node.value.get("estimatedSalary")) for node in others]
    return next((str(_amount(a)) for a in amounts if isinstance(a, dict)), None)


def _first(value: object) -> object:
    if isinstance(value, list):
        return value[0] if value else None
    return value


def _amount(value: Json) -> Wage:
    inner = _first(value.get("value"))
    amount = inner if isinstance(inner, dict) else {**value, "value": inner}
    frame = Wage(
        low=words(amount.get("minValue")) or words(amount.get("percentile10")),
        high=words(amount.get("maxValue")) or words(amount.get("percentile90")),
        unit=_unit(amount) or _unit(value),
        currency=words(value.get("currency")),
    )
    return _single(words(amount.get("value")) or words(amount.get("median")), frame)


def _unit(value: Json) -> str | None:
    return (
        words(value.get("unitText"))
        or words(value.get("unitCode"))
        or words(value.get("duration"))
    )


def _single(printed: str | None, frame: Wage) -> Wage:
    """One value is lowest and highest; `3000 - 3500` is both; words stay words."""
    low, high, text = printed, printed, None
    if printed is None:
        low, high = None, None
    elif both := RANGE.fullmatch(printed):
        low, high = both.group(1).strip(), both.group(2).strip()
    elif not NUMERIC.fullmatch(printed):
        low, high, text = None, None, printed
    return Wage(
        low=frame.low or low,
        high=frame.high or high,
        unit=frame.unit,
        text=text,
        currency=frame.currency,
    )

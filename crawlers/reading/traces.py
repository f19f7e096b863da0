"""Where a fact was read: the part of the page, the words, and the rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schemas.vacancy import Posting

LONGEST_RAW = 200

Trace = dict[str, str]


@dataclass(frozen=True, slots=True)
class Understood:
    """Columns of a vacancy, and for each where it came from.

    Traces may also tell of a fact that has no column.
    """

    columns: Mapping[str, Any]
    traces: Mapping[str, Trace] = field(default_factory=dict)


def origin_of(posting: Posting, name: str, raw: str, *rules: str | None) -> Trace:
    """Where a field of the posting itself came from, and what was done with it."""
    own = posting.origins.get(name)
    whole = own or posting.origins.get("")
    return {
        "part": whole.part if whole else "unknown",
        "path": own.path if own else name,
        "raw": raw[:LONGEST_RAW] or (whole.raw if whole else ""),
    } | _ruled(rules)


def from_text(pattern: str, raw: str, *rules: str | None) -> Trace:
    """The words of the advert in which a fact was read, and what was done with it."""
    return {"part": "text", "path": pattern, "raw": raw[:LONGEST_RAW]} | _ruled(rules)


def _ruled(rules: tuple[str | None, ...]) -> Trace:
    told = [rule for rule in rules if rule and rule != "printed"]
    return {"rule": "; ".join(told)} if told else {}

"""Where a fact was read: the part of the page, the words, and the rule."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from schemas.vacancy import Origin, Posting

LONGEST_RAW = 200

Trace = dict[str, str]


@dataclass(frozen=True, slots=True)
class Understood:
    """Columns of a vacancy, and for each where it came from."""

    columns: Mapping[str, Any]
    traces: Mapping[str, Trace]


def origin_of(posting: Posting, field: str, raw: str, rule: str = "") -> Trace:
    """Where a field of the posting itself came from."""
    unknown = Origin(part="unknown", path=field, raw="")
    whole = posting.origins.get("", unknown)
    origin = posting.origins.get(field, replace(whole, path=field))
    trace = {"part": origin.part, "path": origin.path}
    trace["raw"] = raw[:LONGEST_RAW] or origin.raw
    return trace | ({"rule": rule} if rule and rule != "printed" else {})


def from_text(pattern: str, raw: str, rule: str = "") -> Trace:
    trace = {"part": "text", "path": pattern, "raw": raw[:LONGEST_RAW]}
    return trace | ({"rule": rule} if rule and rule != "printed" else {})

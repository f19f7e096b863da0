"""How near two occupations are in ISCO-08: by how many first digits they share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from matching.likeness.documents import Query

# Sharing no digit, the major group, sub-major group, minor group, or unit group.
NEARNESS = (0.0, 0.15, 0.4, 0.7, 1.0)
# What somebody did counts less than what somebody seeks, as in likeness.
COUNTS: Mapping[str, float] = {"direction": 1.0, "job": 0.85}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A former job or a direction and the unit group it belongs to."""

    query: Query
    isco: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The nearest of the known occupations, and how many digits it shares (1 to 4)."""

    known: Known
    digits: int
    value: float


def digits_shared(one: str, other: str) -> int:
    """How many first digits two codes share."""
    return len(
        list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    )


def related(isco: str | None, known: Iterable[Known]) -> Related | None:
    """What an occupation is nearest to, or None where nothing is shared or known."""
    if isco is None:
        return None
    found = [_related(isco, one) for one in known]
    near = [one for one in found if one.digits]
    return max(near, key=lambda one: one.value, default=None)


def _related(isco: str, known: Known) -> Related:
    digits = digits_shared(isco, known.isco)
    counts = COUNTS[known.query.kind] * known.query.weight
    return Related(known=known, digits=digits, value=NEARNESS[digits] * counts)


def known_occupations(
    queries: Sequence[Query], groups: Mapping[str, str]
) -> tuple[Known, ...]:
    """The jobs and directions whose unit group is known by their text."""
    return tuple(
        Known(query=query, isco=groups[query.text])
        for query in queries
        if query.kind in COUNTS and query.text in groups
    )

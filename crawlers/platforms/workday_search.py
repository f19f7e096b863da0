"""A search on a Workday board: twenty at a time, and never more than two thousand.

Past the two-thousandth Workday starts again from the first without saying so. A search
that finds more is therefore split by its facets, the filters beside the list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crawlers.platforms.base import Visit
from crawlers.platforms.in_json import Json, inside, number_at, objects, said
from crawlers.reading.countries import HERE, country_code

PER_PAGE = 20  # more is refused
MOST = 2000
MOST_IDS = 100  # of one facet in one search; more gives an error
MOST_PARTS = 200
DEEPEST_FACETS = 5
LONGEST_CODE = 3
# Facets of which a job has one value at most, so that their counts can be added up.
SINGLE = {"timeType", "workerSubType", "jobFamilyGroup", "jobFamily"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is asked of the list: values of facets, and from where on."""

    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    offset: int = 0

    def visit(self, url: str, depth: int) -> Visit:
        """`depth` counts how often the search was split."""
        payload = {
            "appliedFacets": self.facets,
            "limit": PER_PAGE,
            "offset": self.offset,
            "searchText": "",
        }
        text = json.dumps(payload)
        return Visit(url=url, kind="listing", payload=text, depth=depth)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, and how many vacancies have it."""

    key: str
    words: str
    count: int


Facets = Mapping[str, Sequence[Value]]


def search_of(visit: Visit) -> Search:
    """What a visit of ours asked."""
    asked = json.loads(visit.payload or "{}")
    return Search(facets=asked.get("appliedFacets", {}), offset=asked.get("offset", 0))


def facets_in(found: object) -> Facets:
    """The values beside the list, also those in groups, by the name of their facet."""
    by_name: dict[str, list[Value]] = {}
    groups = [(facet, 0) for facet in objects(inside(found, "facets"))]
    while groups:
        facet, depth = groups.pop(0)
        name = said(facet, "facetParameter")
        for value in objects(facet.get("values")):
            if said(value, "facetParameter") and depth < DEEPEST_FACETS:
                groups.append((value, depth + 1))
            elif name and (known := _value(value)):
                by_name.setdefault(name, []).append(known)
    return by_name


def _value(value: Json) -> Value | None:
    """A value without a count may stand for any number."""
    key, count = said(value, "id"), number_at(value, "count")
    many = MOST if count is None else max(count, 0)
    return Value(key, said(value, "descriptor") or "", many) if key else None


def in_the_netherlands(facets: Facets) -> Search | None:
    """The search for Dutch vacancies only, where the board has a facet of countries.

    A facet of countries without the Netherlands gives a search for nothing.
    """
    for name, values in facets.items():
        codes = {value.key: _country(value.words) for value in values}
        here = [key for key, code in codes.items() if code == HERE]
        if all(codes.values()) and (here or "country" in name.lower()):
            return Search(facets={name: here})
    return None


def _country(words: str) -> str | None:
    """A country by its name; IT and HR are departments as well."""
    return country_code(words) if len(words) > LONGEST_CODE else None


def size_of(facets: Facets, printed: int) -> int:
    """How many vacancies there are at least; what is printed stops at two thousand."""
    single = [values for name, values in facets.items() if name in SINGLE]
    return max([printed, *(sum(v.count for v in values) for values in single)])


def parts_of(search: Search, facets: Facets, size: int) -> list[Search]:
    """Searches that together find what `search` finds; empty when it cannot be split.

    By the facet that leaves out the fewest vacancies; of equals one whose values do
    not overlap, and then the one with the smallest parts.
    """
    left = {n: v for n, v in facets.items() if n not in search.facets and len(v) > 1}
    if not left:
        return []

    def fitness(name: str) -> tuple[int, bool, int]:
        counts = [value.count for value in left[name]]
        return min(sum(counts), size), name in SINGLE, -max(counts)

    best = max(left, key=fitness)
    return [
        Search(facets={**search.facets, best: keys}) for keys in _packed(left[best])
    ]


def _packed(values: Sequence[Value]) -> list[list[str]]:
    """Values together as long as their vacancies fit in one search."""
    packs: list[list[str]] = []
    room = 0
    for value in sorted(values, key=lambda value: -value.count):
        if not packs or value.count >= room or len(packs[-1]) >= MOST_IDS:
            packs.append([])
            room = MOST
        packs[-1].append(value.key)
        room -= value.count
    return packs


def pages_of(search: Search, total: int) -> list[Search]:
    """The pages after the first."""
    offsets = range(PER_PAGE, min(total, MOST), PER_PAGE)
    return [Search(facets=search.facets, offset=offset) for offset in offsets]

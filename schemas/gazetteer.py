"""Where a place or postcode lies; what cannot be known stays unknown."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.place import Place

# A name shared by several places means the largest only when it is this much larger;
# Hengelo (82,000 and 4,500) is clear, Beek (8,400 and 5,200) is not.
CLEARLY_LARGER = 8

POSTCODE = re.compile(r"\b([1-9]\d{3})\s?(?:(?!SA|SD|SS)[A-Z]{2})?\b")
PREFIX = re.compile(r"^(gemeente|stad|locatie|vestiging|standplaats)\s+", re.IGNORECASE)
NOT_A_POINT = re.compile(
    r"^(provincie|regio|omgeving|landelijk|heel nederland|nederland|thuis|diverse|"
    r"wisselend|meerdere|n\.?v\.?t|na$|n/a|remote)",
    re.IGNORECASE,
)
PROVINCE_WORDS = {
    "brabant": "Noord-Brabant",
    "friesland": "Friesland",
    "fryslan": "Friesland",
    "holland noord": "Noord-Holland",
    "nb": "Noord-Brabant",
    "nh": "Noord-Holland",
    "zh": "Zuid-Holland",
    "gld": "Gelderland",
    "gl": "Gelderland",
    "ov": "Overijssel",
    "ut": "Utrecht",
    "fl": "Flevoland",
    "gr": "Groningen",
    "dr": "Drenthe",
    "fr": "Friesland",
    "li": "Limburg",
    "lb": "Limburg",
    "ze": "Zeeland",
    "zl": "Zeeland",
}
PROVINCES = (
    "Drenthe",
    "Flevoland",
    "Friesland",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place with its other Dutch names, as the table holds it."""

    name: str
    province: str
    lat: float
    lon: float
    population: int
    aliases: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A point, and whether it came from the postcode or from the place's name."""

    place: str
    lat: float
    lon: float
    how: Literal["postcode", "place"]


class Gazetteer:
    """Places of 500 people and more and, where known, postcode areas."""

    def __init__(
        self,
        places: Iterable[PlaceRow],
        postcodes: Mapping[str, tuple[str, float, float]] | None = None,
    ) -> None:
        self._postcodes = postcodes or {}
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self._by_alias: dict[str, list[Place]] = defaultdict(list)
        for row in places:
            place = Place(
                name=row.name,
                province=row.province,
                lat=row.lat,
                lon=row.lon,
                population=row.population,
            )
            self._by_name[_key(row.name)].append(place)
            for alias in {_key(alias) for alias in row.aliases} - {_key(row.name)}:
                self._by_alias[alias].append(place)

    def find(
        self,
        name: str | None,
        postcode: str | None = None,
        *,
        region: str | None = None,
    ) -> Located | None:
        """Locate by postcode if its area is known, else by the place named.

        None for provinces, regions, placeholders and names that several places
        share, unless `region` (a province or its abbreviation) decides.
        """
        if located := self._by_postcode(postcode):
            return located
        place = self._by_place(name, region) if name else None
        if place is None:
            return None
        return Located(place=place.name, lat=place.lat, lon=place.lon, how="place")

    def _by_postcode(self, postcode: str | None) -> Located | None:
        found = POSTCODE.search(postcode.upper()) if postcode else None
        if found is None or found.group(1) not in self._postcodes:
            return None
        place, lat, lon = self._postcodes[found.group(1)]
        return Located(place=place, lat=lat, lon=lon, how="postcode")

    def _by_place(self, name: str, region: str | None) -> Place | None:
        bare = name.strip()
        if not bare or NOT_A_POINT.match(bare):
            return None
        bracket = re.search(r"\(([^)]*)\)|,\s*([^,]+)$", bare)
        hint = region or (bracket.group(1) or bracket.group(2) if bracket else None)
        head = re.split(r"[(,;/]", PREFIX.sub("", bare))[0]
        for spelling in (bare, head):
            key = _key(PREFIX.sub("", spelling))
            for index in (self._by_name, self._by_alias):
                if found := index.get(key):
                    return _the_one(found, _province(hint))
        return None


def _the_one(found: Sequence[Place], province: str | None) -> Place | None:
    inside = [place for place in found if place.province == province]
    first, *rest = sorted(inside or found, key=lambda place: -place.population)
    if rest and first.population < CLEARLY_LARGER * rest[0].population:
        return None
    return first


def _province(hint: str | None) -> str | None:
    if hint is None:
        return None
    key = _key(hint.removeprefix("Provincie ").removeprefix("provincie "))
    for province in PROVINCES:
        if _key(province) == key:
            return province
    return PROVINCE_WORDS.get(key)


def _key(name: str) -> str:
    """`'s-Hertogenbosch`, `’s Hertogenbosch` and `s-hertogenbosch` are one key."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())

"""Printed places to one point in the Netherlands; what is unknown stays unknown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawlers.reading.clauses import cut
from crawlers.reading.countries import HERE, country_code
from schemas.gazetteer import Gazetteer, Located
from schemas.vacancy import PostingPlace

PLACEHOLDER = re.compile(
    r"^(?:na|n/?a|n\.?v\.?t\.?|wisselend|onbekend|diverse(?: locaties)?|nederland"
    r"|-+)?$",
    re.IGNORECASE,
)
COUNTRY_BEHIND = re.compile(
    r",\s*(?:nederland|the netherlands|netherlands|nl)$", re.IGNORECASE
)
MOST_PIECES = 6  # of one printed place
POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})?\b")
IN_TEXT = re.compile(
    r"(?i:standplaats|werklocatie|locatie|werkplek|vestiging)(?:\s+(?:is|in|wordt))*\s*:?\s+"
    r"('?[A-Zs][\w'’-]+(?:(?: aan (?:de|den) | op | en | )[A-Z][\w-]+){0,2})"
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where the work is; `how` is `postcode`, `place`, `text` or empty."""

    place: str | None = None
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    raw: str = ""
    how: str = ""


def locate(
    places: Sequence[PostingPlace],
    employer: str | None,
    gazetteer: Gazetteer,
    words: Sequence[str],
) -> Location:
    """The first printed place that can be found; else the first as it is printed.

    Where no place is printed the texts in `words` may name one.
    """
    printed = [_known(place, employer, gazetteer) for place in places]
    for location in printed:
        if location.lat is not None:
            return location
    named = next((location for location in printed if location.raw), None)
    return named or _in_text(words, gazetteer)


@lru_cache(maxsize=4096)  # the same few places come back with every vacancy
def _known(place: PostingPlace, employer: str | None, gazetteer: Gazetteer) -> Location:
    name, postcode = _name(place.locality, employer), _postcode(place)
    raw = " ".join(part for part in (place.locality, place.postcode) if part)
    if (place.country or "").strip() and country_code(place.country) != HERE:
        return Location(name, place.postcode, raw=raw)
    found = gazetteer.find(name, postcode, region=place.region)
    found = found or _of_pieces(name, gazetteer, place.region)
    if found is None:
        return Location(name, postcode, raw=raw)
    shown = name if name and found.how == "postcode" else found.place
    return Location(shown, postcode, found.lat, found.lon, raw or shown, found.how)


def _name(locality: str | None, employer: str | None) -> str | None:
    """`Eneco - Rotterdam` is Rotterdam; `NA` and `Wisselend` are nothing."""
    name = " ".join((locality or "").split())
    head, separator, tail = name.partition(" - ")
    if separator and employer and head.lower() in employer.lower():
        name = tail
    name = COUNTRY_BEHIND.sub("", name)
    name = POSTCODE.sub("", name).strip(" ,") or name
    return None if PLACEHOLDER.match(name) else name


def _of_pieces(
    name: str | None, gazetteer: Gazetteer, region: str | None
) -> Located | None:
    """`Hoofdkantoor - Rotterdam`: when exactly one of the pieces is a place."""
    pieces = (name or "").split(" - ")[:MOST_PIECES]
    if len(pieces) < 2:
        return None
    found = [
        located for piece in pieces if (located := gazetteer.find(piece, region=region))
    ]
    return found[0] if len(found) == 1 else None


def _postcode(place: PostingPlace) -> str | None:
    for printed in (place.postcode, place.locality):
        if match := POSTCODE.search((printed or "").upper()):
            return " ".join(part for part in match.groups() if part)
    return None


def _in_text(words: Sequence[str], gazetteer: Gazetteer) -> Location:
    for text in words:
        for clause in cut(text).telling("place"):
            for match in IN_TEXT.finditer(clause.text):
                if found := gazetteer.find(match.group(1)):
                    point = (found.lat, found.lon)
                    return Location(found.place, None, *point, match.group(0), "text")
    return Location()

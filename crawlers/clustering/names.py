"""Names of employers and places as keys, and when two of them may be one."""

import re
from typing import NamedTuple

from crawlers.clustering.letters import words
from schemas.place import distance_km

NOT_TELLING = frozenset(
    words(
        "bv b v nv n vof cv stichting holding groep group nederland netherlands the de"
        " het en in inc ltd gmbh se plc koninklijke vereniging cooperatie"
        " werkenbij werken bij"
    )
)
OTHER_NAMES = {"den bosch": "s hertogenbosch", "den haag": "s gravenhage"}
BEFORE = frozenset({"gemeente", "regio", "omgeving", "locatie", "centrum", "stad"})
SAME_NAME_KM = 25  # Hoek van Holland is Rotterdam; the two Hengelo's lie 30 km apart
OTHER_NAME_KM = 3  # a district under its own name


def employer_key(name: str | None) -> str:
    """`Stichting Zorggroep De Wilg B.V.` as `zorggroep wilg`; empty when unknown."""
    found = words(name or "")
    return " ".join([w for w in found if w not in NOT_TELLING] or found)


def same_employer(one: str, other: str) -> bool:
    """Whether two keys name one employer: `jumbo` and `jumbo supermarkten` do."""
    if not one or not other:
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    fewer, more = sorted((set(one.split()), set(other.split())), key=len)
    return fewer <= more


def place_key(name: str | None) -> str:
    """`Gemeente Utrecht` as `utrecht`; of `Hengelo (Ov)` and `Zwolle, NL` the head."""
    head = re.split(r"[(,;/]| - ", name or "", maxsplit=1)[0]
    found = words(head)
    while len(found) > 1 and found[0] in BEFORE:
        found = found[1:]
    key = " ".join(found)
    return OTHER_NAMES.get(key, key)


class Spot(NamedTuple):
    """Where the work is, as far as known."""

    place: str  # a place_key
    postcode: str | None
    point: tuple[float, float] | None  # latitude, longitude

    @property
    def is_known(self) -> bool:
        """Whether there is anything to compare."""
        return bool(self.place or self.postcode or self.point)


def spot_of(
    place: str, postcode: str | None, lat: float | None, lon: float | None
) -> Spot:
    """A spot from the columns of a vacancy; `place` is a place_key."""
    if lat is None or lon is None:
        return Spot(place, postcode, None)
    return Spot(place, postcode, (lat, lon))


def same_place(one: Spot, other: Spot) -> bool:
    """Whether the work may be at one address; where either is unknown, no.

    Two postcodes that differ are two addresses, though the place be the same.
    """
    if one.postcode and other.postcode:
        return _same_postcode(one.postcode, other.postcode)
    if one.point and other.point:
        apart = distance_km(one.point, other.point)
        return apart <= (SAME_NAME_KM if _same_name(one, other) else OTHER_NAME_KM)
    return _same_name(one, other)


def _same_name(one: Spot, other: Spot) -> bool:
    return bool(one.place) and one.place == other.place


def _same_postcode(one: str, other: str) -> bool:
    """Of `8011 AB` and `8011` only the digits can be compared."""
    short, long = sorted((_compact(one), _compact(other)), key=len)
    return long.startswith(short)


def _compact(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def postcode4(postcode: str | None) -> str | None:
    """The digits of a Dutch postcode."""
    found = re.match(r"\s*([1-9]\d{3})", postcode or "")
    return found.group(1) if found else None

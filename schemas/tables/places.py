"""The gazetteer's tables, filled once from the packages that ship the data."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from schemas.database import Db, fetch_all
from schemas.gazetteer import Gazetteer, PlaceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeRow:
    """A postcode area and its middle."""

    postcode4: str
    place: str
    lat: float
    lon: float


STORE_PLACE = """
insert into place (name, province, lat, lon, population, aliases)
values (%(name)s, %(province)s, %(lat)s, %(lon)s, %(population)s, %(aliases)s)
on conflict do nothing
"""


def store_places(db: Db, places: Iterable[PlaceRow]) -> None:
    """Add places that are not there yet."""
    rows = [{**asdict(place), "aliases": list(place.aliases)} for place in places]
    with db.cursor() as cursor:
        cursor.executemany(STORE_PLACE, rows)


STORE_POSTCODE = """
insert into postcode (postcode4, place, lat, lon)
values (%(postcode4)s, %(place)s, %(lat)s, %(lon)s)
on conflict (postcode4) do update
    set place = excluded.place, lat = excluded.lat, lon = excluded.lon
"""


def store_postcodes(db: Db, postcodes: Mapping[str, tuple[str, float, float]]) -> None:
    """Add or mend postcode areas."""
    rows = [
        {"postcode4": code, "place": place, "lat": lat, "lon": lon}
        for code, (place, lat, lon) in postcodes.items()
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE_POSTCODE, rows)


ALL_PLACES = "select name, province, lat, lon, population, aliases from place"
ALL_POSTCODES = "select postcode4, place, lat, lon from postcode"


def gazetteer(db: Db) -> Gazetteer:
    """The whole gazetteer in memory, about 2,000 places."""
    postcodes = fetch_all(db, PostcodeRow, ALL_POSTCODES, {})
    return Gazetteer(
        fetch_all(db, PlaceRow, ALL_PLACES, {}),
        {row.postcode4: (row.place, row.lat, row.lon) for row in postcodes},
    )


HAS_PLACES = "select exists (select from place)"


def is_filled(db: Db) -> bool:
    """Whether the gazetteer has been filled."""
    row = db.execute(HAS_PLACES).fetchone()
    return bool(row and row[0])

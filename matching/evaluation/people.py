"""The people of a gold set as the program knows them: profile and capacity."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from matching.evaluation.gold import CANDIDATES, Person
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, CapacityItem
from schemas.errors import BadInputError
from schemas.gazetteer import Gazetteer

# The format has no date of the document; every verdict is the same for any date.
ASSESSED_ON = date(2026, 1, 1)
_AT_MOST = "aximaal"


def profile_of(person: Person, gazetteer: Gazetteer) -> SearchProfile:
    """What somebody did and looks for, and where they live."""
    told = person.told
    home = gazetteer.find(told["place"], told["postcode4"])
    return SearchProfile(
        former_jobs=told["former_jobs"],
        education=told["education"],
        education_text=told["education_text"],
        experience=told["experience"],
        wishes=told["wishes"],
        search_directions=told["search_directions"],
        place=told["place"],
        postcode4=told["postcode4"],
        lat=home.lat if home else None,
        lon=home.lon if home else None,
        travel_modes=told["travel"]["modes"],
        travel_minutes=told["travel"]["max_minutes"],
        licences=told["licences"],
        certificates=told["certificates"],
        dutch_level=told["dutch_level"],
        excluded_shifts=told["excluded_shifts"],
    )


def capacity_of(person: Person) -> Capacity:
    """The limits of somebody, as one document of a company doctor."""
    return Capacity(
        id=_id(f"{person.id}/capacity"),
        candidate_id=_id(person.id),
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=ASSESSED_ON,
        valid_until=None,
        items=tuple(_items(person.told)),
    )


def known(person: Person, gazetteer: Gazetteer) -> tuple[SearchProfile, Capacity]:
    """Both; BadInputError names the person of whom something is missing."""
    try:
        return profile_of(person, gazetteer), capacity_of(person)
    except (KeyError, TypeError) as why:
        raise BadInputError(f"{CANDIDATES}: {person.id} has no {why}") from why


def _items(told: Mapping[str, Any]) -> Iterator[CapacityItem]:
    for one in told["capacity"]:
        strictly = one["field"].startswith("hours") and _AT_MOST in one["sentence"]
        yield CapacityItem(
            field=one["field"],
            level=one["level"],
            value=one["value"],
            unit=one["unit"],
            is_max=strictly,
            sentence=one["sentence"],
        )
    if not any(one["field"] == "hours_week" for one in told["capacity"]):
        yield CapacityItem(
            field="hours_week",
            level=1,
            value=told["hours_max"],
            unit="h",
            is_max=told["hours_is_max"],
        )


def _id(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"gold/{key}")

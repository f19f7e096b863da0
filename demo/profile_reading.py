"""Read a zoekprofiel and a capacity document from demo/people.toml."""

from typing import get_args

from demo.people import Document
from demo.reading import Table, refuse_twice
from schemas.candidate import SearchProfile, TravelMode
from schemas.capacity import CapacityItem, DocumentKind
from schemas.capacity_fields import capacity_fields
from schemas.vacancy import EDUCATION_LADDER, Shift

AUTHOR_ROLES = ("bedrijfsarts", "verzekeringsarts")
DUTCH_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
LICENCES = ("AM", "B", "BE", "C", "CE", "D", "T")
KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
TRAVEL_MODES: tuple[TravelMode, ...] = get_args(TravelMode)
SHIFTS: tuple[Shift, ...] = get_args(Shift)


def read_profile(table: Table) -> SearchProfile:
    return SearchProfile(
        former_jobs=table.texts("former_jobs"),
        education=table.choice_or_none("education", EDUCATION_LADDER),
        education_text=table.text("education_text"),
        experience=" ".join(table.text("experience").split()),
        wishes=" ".join(table.text("wishes").split()),
        search_directions=table.texts("search_directions"),
        place=table.text("place"),
        postcode4=table.text("postcode4"),
        lat=None,
        lon=None,
        travel_modes=table.choices("travel_modes", TRAVEL_MODES),
        travel_minutes=table.count("travel_minutes"),
        licences=table.choices("licences", LICENCES),
        certificates=table.texts("certificates"),
        dutch_level=table.choice("dutch_level", DUTCH_LEVELS),
        excluded_shifts=table.choices("excluded_shifts", SHIFTS),
    )


def read_document(person: Table) -> Document | None:
    """None when the doctor has not sent anything yet."""
    if not person.has("document"):
        return None
    table = person.inner("document")
    table.only(Document.__dataclass_fields__)
    items = tuple(_item(row) for row in table.tables("items", "field"))
    refuse_twice(table.where, [item.field for item in items])
    return Document(
        kind=table.choice("kind", KINDS),
        author_role=table.choice("author_role", AUTHOR_ROLES),
        assessed_days_ago=table.count("assessed_days_ago"),
        items=items,
    )


def _item(table: Table) -> CapacityItem:
    table.only(CapacityItem.__dataclass_fields__)
    known = capacity_fields().get(table.text("field"))
    if known is None:
        raise table.bad("the capacity table has no such field")
    item = CapacityItem(
        field=known.name,
        level=table.choice("level", tuple(range((known.top_level or 4) + 1))),
        value=table.number("value"),
        unit=table.text_or("unit") or None,
        is_max=table.maybe("is_max", bool) or False,
        sentence=table.text("sentence"),
    )
    if item.value is not None and item.unit != known.unit:
        raise table.bad(f"unit must be {known.unit}, is {item.unit}")
    return item

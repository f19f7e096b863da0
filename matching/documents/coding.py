"""The numbers of the list: which form a document uses, and what its numbers mean."""

from collections.abc import Iterable
from functools import cache

from matching.documents.vocabulary import Family, families, mentions
from schemas.capacity import FormVersion
from schemas.capacity_fields import CapacityField, capacity_fields

NAME_WITHIN = 70  # the name of an item stands right behind its number


@cache
def fields_of(code: str, version: FormVersion) -> tuple[CapacityField, ...]:
    """The fields with this number in a form, in the order of the list."""
    return tuple(
        field for field in capacity_fields().values() if code in field.codes_in(version)
    )


@cache
def families_of(code: str, version: FormVersion) -> tuple[Family, ...]:
    """The families that name a field with this number."""
    names = {field.name for field in fields_of(code, version)}
    known = {
        one.default: one
        for one in families()
        if one.default in names and not one.implied
    }
    return tuple(known.values())


def version_of(coded: Iterable[tuple[str, str]]) -> FormVersion:
    """The form in which most numbers fit their names; `free` without numbers."""
    votes = [only_form_of(code, text) for code, text in coded]
    if not votes:
        return "free"
    return "old" if votes.count("old") > votes.count("new") else "new"


def only_form_of(code: str, text: str) -> FormVersion | None:
    """The form in which a number goes with the name behind it, if not in both."""
    told = mentions(text[: len(code) + NAME_WITHIN])
    named = {name for one in told for name in one.family.fields}
    forms: tuple[FormVersion, ...] = ("new", "old")
    fits = [
        form for form in forms if named & {one.name for one in fields_of(code, form)}
    ]
    return fits[0] if len(fits) == 1 else None

"""An object of a page's own data, read as a vacancy by the names of its keys."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from crawlers.pages.builders.state import Found
from crawlers.pages.builders.state_words import WORDS
from crawlers.pages.jobposting_fields import words
from crawlers.pages.place_line import NO_PLACE, place_in_line
from crawlers.pages.plain_text import plain_text
from schemas.vacancy import PostingPlace

TITLES = (*WORDS["title of a job"], *WORDS["title"])
FACTS = {
    **{name: WORDS[name] for name in WORDS if " " not in name and name != "text"},
    "key": (*WORDS["key of a job"], *WORDS["key"]),
}
EVIDENCE = (
    "place", "hours", "hours_min", "salary", "salary_min", "employment", "education",
    "posted", "closes",
)  # fmt: skip
ENOUGH = 2
UNDER_A_JOB = re.compile(
    r"(?:the|current|open)?(?:job|vacanc(?:y|ie)|vacature|position|offer|opening"
    r"|requisition)s?(?:posting|detail|data|info|list|result|item|offer)?s?"
)
NAMES = ("name", "naam", "label", "title", "value")
SHORTEST_TEXT = 80
LONGEST_TITLE = 200
MOST_LISTED = 20
NOT_A_LETTER = re.compile(r"[^a-z]")
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """An object that says what a vacancy says; `said` by the names in WORDS."""

    title: str
    text: str  # HTML, or empty
    said: Mapping[str, str]
    places: tuple[PostingPlace, ...]


def facts_of(found: Found) -> Facts | None:
    """What the object says, if it says enough for a vacancy; else None.

    A title alone is a menu; a title and a text may be a story. It takes two of: a key
    or a surrounding that only vacancies have, place, hours, wage, contract, education,
    day of posting or closing.
    """
    values = _plain_keys(found.value)
    title_key = next((key for key in TITLES if _is_title(values.get(key))), None)
    if title_key is None:
        return None
    surroundings = (
        title_key in WORDS["title of a job"],
        any(values.get(key) for key in WORDS["key of a job"]),
        UNDER_A_JOB.fullmatch(NOT_A_LETTER.sub("", found.parent.lower())) is not None,
    )
    keys = [name for name in EVIDENCE if not values.keys().isdisjoint(WORDS[name])]
    if sum(surroundings) + len(keys) < ENOUGH:
        return None  # most objects; the words need not be read
    said = {name: s for name, keys in FACTS.items() if (s := _first(values, keys))}
    if sum(surroundings) + sum(name in said for name in keys) < ENOUGH:
        return None
    return Facts(str(words(values[title_key])), _text(values), said, _places(values))


def _plain_keys(value: Values) -> dict[str, Any]:
    return {NOT_A_LETTER.sub("", str(k).lower()): item for k, item in value.items()}


def _is_title(value: object) -> bool:
    if not isinstance(value, str) or not 2 < len(value) <= LONGEST_TITLE:
        return False
    return any(letter.isalpha() for letter in value) and words(value) is not None


def _first(values: Values, keys: Iterable[str]) -> str | None:
    return next((said for key in keys if (said := _said(values.get(key)))), None)


def _said(value: object) -> str | None:
    """A value in words; of an object its name, of a list all of them."""
    if isinstance(value, list):
        said = [s for item in value[:MOST_LISTED] if (s := _alone(item))]
        return ", ".join(said) or None
    return _alone(value)


def _alone(value: object) -> str | None:
    if isinstance(value, dict):
        return next((s for name in NAMES if (s := _printed(value.get(name)))), None)
    return _printed(value)


def _printed(value: object) -> str | None:
    return None if isinstance(value, dict | list) else words(value)


def _text(values: Values) -> str:
    """The advert: the first text that is one, and what it asks besides."""
    text = next((t for key in WORDS["text"] if _is_text(t := values.get(key))), None)
    if text is None:
        return ""
    more = (t for key in WORDS["more text"] if isinstance(t := values.get(key), str))
    return "\n<br><br>\n".join(dict.fromkeys([str(text), *more]))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(plain_text(value)) >= SHORTEST_TEXT


def _places(values: Values) -> tuple[PostingPlace, ...]:
    """The places under the first key that holds one; postcode and country beside it."""
    postcode = _first(values, WORDS["postcode"])
    country = _first(values, WORDS["country"])
    for key in WORDS["place"]:
        printed = values.get(key)
        listed = printed if isinstance(printed, list) else [printed]
        found = [place for item in listed[:MOST_LISTED] if (place := _place(item))]
        if len(found) == 1:
            [place] = found
            return (
                replace(
                    place,
                    postcode=place.postcode or postcode,
                    country=place.country or country,
                ),
            )
        if found:
            return tuple(found)
    return (PostingPlace(postcode=postcode, country=country),) if postcode else ()


def _place(value: object) -> PostingPlace | None:
    if not isinstance(value, dict):
        line = _printed(value)
        if not line or NO_PLACE.match(line):
            return None
        return place_in_line(line) or PostingPlace(locality=line)
    inner = _plain_keys(value)
    town = _first(inner, WORDS["town"])
    place = PostingPlace(
        locality=None if town and NO_PLACE.match(town) else town,
        postcode=_first(inner, WORDS["postcode"]),
        region=_first(inner, WORDS["region"]),
        country=_first(inner, WORDS["country"]),
    )
    return place if place.locality or place.postcode else None

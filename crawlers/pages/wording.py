"""A posting of which every field is words: nothing hidden, nothing that could run."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from crawlers.pages.letters import one_line
from schemas.vacancy import Origin, Posting, PostingPlace

APART = {"source", "url", "description", "places", "employment_types", "origins"}
WORDS = tuple(field.name for field in fields(Posting) if field.name not in APART)
LONGEST_WORDS = 2_000


def in_words(posting: Posting) -> Posting:
    """The posting, whatever platform read it, with words in every field.

    The description stays markup; it is made text elsewhere. The last guard behind the
    readers, so most postings come out as they went in.
    """
    printed = list(filter(None, _printed(posting)))
    line = " ".join(printed)
    if one_line(line) == line and max(map(len, printed)) <= LONGEST_WORDS:
        return posting
    texts: dict[str, Any] = {
        name: _words(value)
        for name in WORDS
        if isinstance(value := getattr(posting, name), str)
    }
    return replace(
        posting,
        **texts,
        places=tuple(map(_place, posting.places)),
        employment_types=tuple(map(_words, posting.employment_types)),
        origins={name: _origin(found) for name, found in posting.origins.items()},
    )


def _printed(posting: Posting) -> Iterator[str]:
    for name in WORDS:
        value = getattr(posting, name)
        if isinstance(value, str):
            yield value
    yield from posting.employment_types
    for place in posting.places:
        yield from filter(
            None, (place.locality, place.postcode, place.region, place.country)
        )
    yield from (origin.raw for origin in posting.origins.values())


def _words(text: str) -> str:
    return one_line(text)[:LONGEST_WORDS]


def _place(place: PostingPlace) -> PostingPlace:
    return PostingPlace(
        locality=place.locality and _words(place.locality),
        postcode=place.postcode and _words(place.postcode),
        region=place.region and _words(place.region),
        country=place.country and _words(place.country),
    )


def _origin(origin: Origin) -> Origin:
    return replace(origin, raw=_words(origin.raw))

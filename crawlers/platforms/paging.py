"""From one page of a list to the next, and when to stop."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from crawlers.platforms.base import Reading, Visit, same_site

MOST_PAGES = 200


def onward(reading: Reading, visit: Visit, following: str | None) -> Reading:
    """The reading with the page after it, if there is one.

    A page that starts like the page before it, or holds nothing, is the end. So is
    the last page we are willing to ask for: then the list is cut.
    """
    first = _first_of(reading)
    if first is not None and first == visit.after:
        return Reading()
    if first is None or not following or not same_site(visit.url, following):
        return reading
    if visit.depth + 1 >= MOST_PAGES:
        return replace(reading, cut=True)
    after = Visit(url=following, kind="listing", depth=visit.depth + 1, after=first)
    return replace(reading, visits=(*reading.visits, after))


def with_query(url: str, **values: int) -> str:
    """The same address with these values in its query."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    query |= {name: str(value) for name, value in values.items()}
    return parts._replace(query=urlencode(query)).geturl()


def _first_of(reading: Reading) -> str | None:
    """What tells this page from others: its first vacancy or its first link."""
    if reading.postings:
        return reading.postings[0].source_key
    return reading.visits[0].url if reading.visits else None

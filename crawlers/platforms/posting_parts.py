"""What postings are made of on every platform, whether it answers in JSON or XML."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from crawlers.pages.jobposting_fields import words
from crawlers.pages.page import Page, without_tracking
from crawlers.pages.plain_text import unescaped
from schemas.vacancy import Posting


def web_address(value: object, page: Page) -> str | None:
    """An address for people, on whatever site; never a script or a mail address."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        address = without_tracking(urljoin(page.url, value.strip()))
        known = urlsplit(address).hostname
    except ValueError:
        return None
    return address if known and address.startswith(("http://", "https://")) else None


def sections(*parts: tuple[object, object]) -> str:
    """HTML of headings and texts, in order; what is no text is left out."""
    pieces: list[str] = []
    for heading, text in parts:
        if isinstance(text, str) and text.strip():
            title = words(heading)
            pieces += [f"<h3>{html.escape(title)}</h3>"] if title else []
            pieces.append(unescaped(text))
    return "\n".join(pieces)


def named(posting: Posting, employer: str | None) -> Posting:
    """With the board's own name where the vacancy tells none."""
    return replace(posting, employer=posting.employer or employer)


def known_by(key: str | None, postings: Sequence[Posting]) -> tuple[Posting, ...]:
    """The one vacancy of a page, by the key that its list has for it.

    Several on one page keep their own keys.
    """
    if not key or len(postings) != 1:
        return tuple(postings)
    return (replace(postings[0], source_key=key),)


def united(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """Each vacancy once, with the places of all its repetitions."""
    once: dict[str, Posting] = {}
    for posting in postings:
        known = once.setdefault(posting.source_key, posting)
        places = dict.fromkeys((*known.places, *posting.places))
        once[posting.source_key] = replace(known, places=tuple(places))
    return tuple(once.values())

"""What came back from a site, and what that means before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from crawlers.pages.body import is_challenge
from crawlers.pages.page import Page
from crawlers.pages.signs import Signs
from crawlers.platforms.base import Answer, Visit
from schemas.source import RunStatus

Meaning = Literal["read", "unchanged", "missing", "refused", "blocked", "failed"]

OK, NOT_MODIFIED, NOT_FOUND, GONE, TOO_MANY, UNAVAILABLE = 200, 304, 404, 410, 429, 503
REFUSING: frozenset[Meaning] = frozenset({"refused", "blocked"})
NO_ENTRY = {401, 403, TOO_MANY, 451}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that stopped a visit or a run, in one plain line.

    `rest` is how long the site asked to be left alone, if it did.
    """

    status: RunStatus
    error: str
    rest: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer: `asked` is the address we wanted, `url` where it came from.

    Names of `headers` are in lower case; `body` is unpacked, `text` decoded. `rest` is
    how long the site asks to be left alone, where that is longer than a run waits.
    `signs` are those in the text, for whoever needs them more than once.
    """

    asked: str
    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    text: str = ""
    rest: timedelta | None = None
    signs: Signs | None = None

    def answer(self, source: str) -> Answer:
        """As a platform reads it."""
        page = Page(
            source=source,
            url=self.url,
            text=self.text,
            robots=self.headers.get("x-robots-tag", ""),
            signs=self.signs,
        )
        return Answer(page=page, body=self.body)


def meaning_of(fetched: Fetched, visit: Visit) -> Meaning:
    """What an answer means by its status and, for a wall against robots, its words.

    `blocked` is the site that wants no more of us, `refused` may be that page alone.
    """
    status = fetched.status
    if fetched.rest or _is_wall(fetched):
        return "blocked"
    if status == NOT_MODIFIED:
        return "unchanged"
    if status in {NOT_FOUND, GONE}:
        return "missing"
    if status in NO_ENTRY:
        alone = visit.kind == "detail" and status != TOO_MANY
        if visit.guess:
            return "missing"
        return "refused" if alone and not is_challenge(fetched.text) else "blocked"
    return "read" if status == OK else "failed"


def _is_wall(fetched: Fetched) -> bool:
    text = fetched.text if fetched.status in {OK, UNAVAILABLE} else ""
    return bool(text) and is_challenge(text) and "jobposting" not in text.lower()


def refusal_of(fetched: Fetched) -> Trouble:
    """That a site wants no more of us, for as long as it asks."""
    why = "vraagt om rust" if fetched.rest else "weigert ons"
    return Trouble("blocked", f"de site {why} (HTTP {fetched.status})", fetched.rest)

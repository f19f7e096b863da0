"""What boards that answer in JSON have in common."""

import html
import json
import re
from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urljoin, urlsplit

from crawlers.pages.jobposting_fields import words
from crawlers.pages.page import Page, without_tracking
from crawlers.pages.plain_text import unescaped
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from schemas.source import Source
from schemas.vacancy import Origin, Posting

Json = dict[str, Any]
ESCAPED = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)
NO_LETTER = re.compile("[\x00\ud800-\udfff]")
MOST_ROWS = 20_000  # more vacancies no employer has
MOST_DIGITS = 12  # of an amount; a wage has fewer


class NamedBoard(CareerPlatform):
    """A board whose address holds the employer's name.

    `label` is the platform's name for people. `address` finds the employer's name in
    any address on a board; `site` is the board itself and `api` its list, with that
    name in it.
    """

    label: ClassVar[str]
    address: ClassVar[re.Pattern[str]]
    site: ClassVar[str]
    api: ClassVar[str]

    def board_of(self, url: str) -> str | None:
        """The board an address is on."""
        found = self.address.match(url)
        return self.site.format(**found.groupdict("")) if found else None

    def api_of(self, url: str) -> str:
        """Where the list of a board is: on the API's host, or on the employer's own."""
        if found := self.address.match(url):
            return self.api.format(**found.groupdict(""))
        board, careers, *_ = [*urlsplit(url).path.strip("/").split("/"), "", ""]
        own = urlsplit(self.api.format(board=board, careers=careers, region=""))
        return at_root(url, own._replace(scheme="", netloc="").geturl())

    def first(self, source: Source) -> Visit:
        """The list."""
        return Visit(url=self.api_of(source.url), kind="listing")


class JsonBoard(NamedBoard):
    """A board of which one answer holds every vacancy, text included.

    The vacancies stand at `rows_at`, their number at `total_at` and the name of the
    employer at `employer_at`: keys, from the outside in.
    """

    rows_at: ClassVar[tuple[str, ...]] = ("jobs",)
    total_at: ClassVar[tuple[str, ...]] = ()
    employer_at: ClassVar[tuple[str, ...]] = ()

    def read(self, answer: Answer, visit: Visit) -> Reading:  # noqa: ARG002 - one kind
        """The vacancies of the answer, each once."""
        found = json_of(answer, self.label)
        rows = rows_at(found, *self.rows_at)
        employer = said(found, *self.employer_at) if self.employer_at else None
        open_rows = self.open_rows(rows[:MOST_ROWS])
        read = [self.posting_of(row, answer.page) for row in open_rows]
        postings = united(named(post, employer) for post in read if post)
        announced = len(postings) + read.count(None)
        # Without a number of its own the answer is the whole board.
        total = number_at(found, *self.total_at) if self.total_at else len(rows)
        return Reading(
            postings=postings,
            announced=announced,
            # What stands twice in the list, or is not for the public, is no vacancy.
            total=None if total is None else max(total - len(rows), 0) + announced,
            cut=len(rows) > MOST_ROWS,
            employer=employer or next((p.employer for p in postings), None),
        )

    def open_rows(self, rows: list[Json]) -> list[Json]:
        """The rows that are vacancies for everybody."""
        return rows

    @abstractmethod
    def posting_of(self, row: Json, page: Page) -> Posting | None:
        """One row; None when it has no key, title or address."""


def json_of(answer: Answer, label: str) -> Any:  # noqa: ANN401 - whatever it holds
    """The answer as JSON; UnexpectedAnswerError when it is something else."""
    try:
        found = json.loads(answer.page.text)
        return _storable(found) if ESCAPED.search(answer.page.text) else found
    except (ValueError, RecursionError) as broken:
        raise UnexpectedAnswerError(f"geen JSON van {label}") from broken


def _storable(value: object) -> object:
    """Without the letters that no database takes: NUL, and halves of a letter."""
    if isinstance(value, str):
        return NO_LETTER.sub("", value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return value


def rows_at(value: object, *keys: str) -> list[Json]:
    """The objects of the list at `keys`; UnexpectedAnswerError without such a list."""
    found = inside(value, *keys)
    if not isinstance(found, list):
        raise UnexpectedAnswerError("JSON zonder lijst van vacatures")
    return objects(found)


def inside(value: object, *keys: str) -> Any:  # noqa: ANN401 - whatever it holds
    """What stands at `keys`, from the outside in; None when a step is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(value: object) -> list[Json]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, dict)]


def said(value: object, *keys: str) -> str | None:
    """The words at `keys`."""
    return words(inside(value, *keys))


def told(*values: str | None) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(value for value in values if value)


def number_at(value: object, *keys: str) -> int | None:
    found = inside(value, *keys)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def amount(value: object, *, cents: bool = False) -> str | None:
    """A JSON number as a wage is printed: `3812.125` would read as three million."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return words(value)
    if not abs(value) < 10**MOST_DIGITS:
        return None
    return f"{value / 100 if cents else value:.2f}"


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


def from_api(path: str) -> dict[str, Origin]:
    """Where all fields of a posting came from."""
    return {"": Origin(part="api", path=path, raw="")}


def named(posting: Posting, employer: str | None) -> Posting:
    """With the board's own name where the vacancy tells none."""
    return replace(posting, employer=posting.employer or employer)


def united(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """Each vacancy once, with the places of all its repetitions."""
    once: dict[str, Posting] = {}
    for posting in postings:
        known = once.setdefault(posting.source_key, posting)
        places = dict.fromkeys((*known.places, *posting.places))
        once[posting.source_key] = replace(known, places=tuple(places))
    return tuple(once.values())

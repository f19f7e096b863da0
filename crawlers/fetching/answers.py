"""What a site's answer, or its silence, means for a crawl."""

from typing import Literal

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response, TextResponse

from crawlers.fetching.politeness import AddressForbiddenError, RobotsUnreachableError
from crawlers.fetching.recorder import Fetched
from crawlers.fetching.tally import Trouble
from crawlers.pages.body import is_challenge
from crawlers.platforms.base import Visit
from schemas.tables.pages import Marks

Meaning = Literal["read", "unchanged", "missing", "blocked", "failed"]

OK, NOT_MODIFIED, NOT_FOUND, GONE, TOO_MANY, UNAVAILABLE = 200, 304, 404, 410, 429, 503
NO_ENTRY = {401, 403, TOO_MANY, 451}
MOJIBAKE = ("Ã«", "Ã©", "Ã¨", "Ã¶", "Ã¯", "â€")


def classify(response: Response, visit: Visit) -> Meaning:
    """What an answer means by its status and, for a wall against robots, its words."""
    status = response.status
    if status == NOT_MODIFIED:
        return "unchanged"
    if status in {NOT_FOUND, GONE}:
        return "missing"
    if status in NO_ENTRY:
        return "missing" if visit.guess else "blocked"
    text = text_of(response) if status in {OK, UNAVAILABLE} else ""
    if is_challenge(text) and "jobposting" not in text.lower():
        return "blocked"
    return "read" if status == OK else "failed"


def text_of(response: Response) -> str:
    """The answer as text; UTF-8 that was announced as something else is put right."""
    if not isinstance(response, TextResponse):
        return ""
    text = response.text
    if any(mark in text for mark in MOJIBAKE):
        try:
            return response.body.decode("utf-8")
        except UnicodeDecodeError:
            return text
    return text


def fetched_of(response: Response, url: str) -> Fetched:
    """The answer as the recorder keeps it."""
    return Fetched(
        url=url,
        status=response.status,
        content_type=_header(response, "Content-Type"),
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        text=text_of(response),
    )


def conditions(marks: Marks) -> dict[str, str]:
    """Headers that let a site say that nothing changed."""
    headers = {"If-None-Match": marks.etag, "If-Modified-Since": marks.last_modified}
    return {name: value for name, value in headers.items() if value}


def why_not(error: BaseException) -> Trouble:
    """The one plain line for an answer that never came."""
    if isinstance(error, RobotsUnreachableError):
        if error.cause is not None:
            return why_not(error.cause)
        return Trouble(
            "blocked",
            f"robots.txt antwoordt met HTTP {error.status}: dan is alles verboden",
        )
    if isinstance(error, AddressForbiddenError):
        return Trouble("failed", f"dit adres halen wij niet op: {error}")
    if isinstance(error, CannotResolveHostError) and _was_refused(error):
        return Trouble("failed", NOT_PUBLIC)
    for kind, trouble in SILENCES:
        if isinstance(error, kind):
            return trouble
    return Trouble("failed", f"ophalen mislukt ({type(error).__name__})")


NOT_PUBLIC = "dit adres halen wij niet op: het is geen openbaar internetadres"


def _was_refused(error: CannotResolveHostError) -> bool:
    """Whether the name was found, and our resolver kept its address to itself."""
    from twisted.internet import reactor  # there is one by now

    resolver = getattr(reactor, "nameResolver", None)
    refused: set[str] = getattr(resolver, "refused", set())
    return any(name in str(error) for name in refused)


SILENCES: tuple[tuple[type[Exception], Trouble], ...] = (
    (
        CannotResolveHostError,
        Trouble("gone", "deze website bestaat niet (onbekende host)"),
    ),
    (DownloadConnectionRefusedError, Trouble("failed", "de website neemt niet op")),
    (DownloadTimeoutError, Trouble("failed", "de website antwoordt niet op tijd")),
    (DownloadCancelledError, Trouble("failed", "het antwoord is te groot")),
    (ResponseDataLossError, Trouble("failed", "het antwoord kwam niet heel over")),
    (DownloadFailedError, Trouble("failed", "de verbinding met de website mislukt")),
    (IgnoreRequest, Trouble("failed", "de website stuurt ons te vaak door")),
)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:500] if value else None

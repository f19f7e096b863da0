"""What Scrapy brings, in our own words: an answer, or why none came."""

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

from crawlers.collecting.fetched import Fetched, Trouble
from crawlers.fetching.politeness import (
    AddressForbiddenError,
    RobotsUnreachableError,
    TooSlowError,
    rest_asked,
)
from crawlers.pages.encoding import decoded

LONGEST_HEADER = 500


def text_of(response: Response) -> str:
    """The answer as text, whatever it says of its own encoding."""
    if not isinstance(response, TextResponse):
        return ""
    announced = response.headers.get("Content-Type") or b""
    return decoded(response.body, announced.decode("latin-1"))


def fetched_of(response: Response, asked: str) -> Fetched:
    """The answer to a request for `asked`, perhaps after redirects."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")[
            :LONGEST_HEADER
        ]
        for name, values in response.headers.items()
        if values
    }
    return Fetched(
        asked=asked,
        url=response.url,
        status=response.status,
        headers=headers,
        body=response.body,
        text=text_of(response),
        rest=rest_asked(response),
    )


def why_not(error: BaseException) -> Trouble:
    """The one plain line for an answer that never came."""
    if isinstance(error, RobotsUnreachableError) and error.cause is not None:
        return why_not(error.cause)
    if isinstance(error, RobotsUnreachableError) and error.answer is not None:
        return Trouble(
            "blocked",
            f"robots.txt antwoordt met HTTP {error.answer.status}:"
            " dan is alles verboden",
            rest=rest_asked(error.answer),
        )
    if isinstance(error, AddressForbiddenError):
        return Trouble("failed", f"dit adres halen wij niet op: {error}")
    if ours := _our_own_doing(error):
        return ours
    for kind, trouble in SILENCES:
        if isinstance(error, kind):
            return trouble
    return Trouble("failed", f"ophalen mislukt ({type(error).__name__})")


TOO_LARGE = Trouble("failed", "het antwoord is te groot")


def _our_own_doing(error: BaseException) -> Trouble | None:
    """What we sent away ourselves: what unpacks, or asks us to wait, without end."""
    if isinstance(error, TooSlowError):
        return Trouble("blocked", str(error))
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return TOO_LARGE
    return None


SILENCES: tuple[tuple[type[Exception], Trouble], ...] = (
    (
        CannotResolveHostError,
        Trouble("gone", "deze website bestaat niet (onbekende host)"),
    ),
    (DownloadConnectionRefusedError, Trouble("failed", "de website neemt niet op")),
    (DownloadTimeoutError, Trouble("failed", "de website antwoordt niet op tijd")),
    (DownloadCancelledError, TOO_LARGE),
    (ResponseDataLossError, Trouble("failed", "het antwoord kwam niet heel over")),
    (DownloadFailedError, Trouble("failed", "de verbinding met de website mislukt")),
    (IgnoreRequest, Trouble("failed", "de website stuurt ons te vaak door")),
)

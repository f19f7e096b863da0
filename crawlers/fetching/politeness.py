"""What stands between us and a site: robots.txt, its delays, and when to come back."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response, TextResponse
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.response import response_status_message

from crawlers.fetching.addresses import is_loopback_host, why_not_web
from crawlers.sources.boards import forbidden_board

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LARGEST_ROBOTS = 500 * 1024  # RFC 9309: at least this much must be read
LONGEST_WAIT = 120.0  # seconds; a host that asks for more has its rest
LONGEST_WAITS = 600.0  # seconds in one run, together; more holds up other hosts
TOO_MANY, UNAVAILABLE = 429, 503


class AddressForbiddenError(IgnoreRequest):
    """Not a web address we may connect to."""


class RobotsForbidError(IgnoreRequest):
    """robots.txt does not allow this page."""


class RobotsUnreachableError(IgnoreRequest):
    """robots.txt cannot be had, and then everything is forbidden (RFC 9309 2.3.1.4).

    `answer` is what came instead, a 5xx or 429, or else `cause` the error of the
    connection.
    """

    def __init__(
        self, *, answer: Response | None = None, cause: Exception | None = None
    ) -> None:
        super().__init__(
            f"robots.txt: HTTP {answer.status}" if answer else "robots.txt"
        )
        self.answer = answer
        self.cause = cause


class TooSlowError(IgnoreRequest):
    """A site asks for so much time that a run never ends; the message is for people."""


class AddressMiddleware:
    """Only ordinary web addresses, on every hop."""

    def __init__(self, crawler: "Crawler") -> None:
        self._allow_loopback = crawler.settings.getbool("ALLOW_LOOPBACK")

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Scrapy's way of making a middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse other schemes, ports, passwords in addresses, and forbidden boards."""
        why = why_not_web(request.url, allow_loopback=self._allow_loopback)
        if why := why or _led_inside(request) or forbidden_board(request.url):
            raise AddressForbiddenError(why)


def _led_inside(request: Request) -> str | None:
    """A site of the internet may not lead us to this machine, loopback or not."""
    before: list[str] = request.meta.get("redirect_urls", [])
    if before and is_loopback_host(request.url) and not is_loopback_host(before[0]):
        return "een site van buiten stuurt naar deze computer"
    return None


class RobotsMiddleware:
    """Obeys robots.txt, one fetch per site and run.

    Unlike Scrapy's own: 5xx, 429 and no answer at all forbid everything, and
    Crawl-delay and Request-rate set the pace. Who asks for a slower one than we can
    wait for is not asked at all: it would hold up every other site.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._agent = str(crawler.settings["ROBOTSTXT_USER_AGENT"])
        self._at_once = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._rules: dict[str, asyncio.Task[tuple[Protego, str]]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Scrapy's way of making a middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """Let through, refuse, or answer a question for robots.txt itself."""
        if request.meta.get("fetching_robots"):
            return None
        site = "{0.scheme}://{0.netloc}".format(urlsplit(request.url))
        if site not in self._rules:
            self._rules[site] = asyncio.ensure_future(self._fetch(site, request))
        rules, text = await self._rules[site]
        if urlsplit(request.url).path == "/robots.txt":
            return TextResponse(request.url, body=text.encode(), encoding="utf-8")
        if not rules.can_fetch(request.url, self._agent):
            raise RobotsForbidError(request.url)
        return None

    async def _fetch(self, site: str, request: Request) -> tuple[Protego, str]:
        question = Request(
            f"{site}/robots.txt",
            priority=1000,
            meta={"fetching_robots": True},
            callback=NO_CALLBACK,
        )
        try:
            answer = await self._engine().download_async(question)
        except Exception as unreachable:
            raise RobotsUnreachableError(cause=unreachable) from unreachable
        if answer.status >= 500 or answer.status == TOO_MANY:
            raise RobotsUnreachableError(answer=answer)
        good = answer.status < 300
        body = answer.body[:LARGEST_ROBOTS] if good else b""
        text = body.decode("utf-8-sig", errors="ignore")
        rules = Protego.parse(text)
        self._slow_down(request, rules)
        return rules, text

    def _engine(self) -> Any:  # noqa: ANN401 - there is one while requests pass
        return self._crawler.engine

    def _slow_down(self, request: Request, rules: Protego) -> None:
        """Our own delay, or the site's when that is longer; TooSlowError: too long."""
        downloader = self._engine().downloader
        rate = rules.request_rate(self._agent)
        delay = max(
            downloader._delay,  # noqa: SLF001 - Scrapy names the default nowhere else
            rules.crawl_delay(self._agent) or 0.0,
            rate.seconds / rate.requests if rate else 0.0,
        )
        if delay > max(LONGEST_WAIT, downloader._delay):  # noqa: SLF001 - as above
            raise TooSlowError(
                f"robots.txt vraagt {delay:.0f} seconden tussen twee vragen:"
                " dat is langer dan wij wachten"
            )
        key = downloader.get_slot_key(request)
        downloader.per_slot_settings[key] = {
            "concurrency": self._at_once,
            "delay": delay,
        }
        if key in downloader.slots:
            downloader.slots[key].delay = delay


class Waits:
    """When a site wants us back, and how long it has made us wait in this run."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._not_before = clock()
        self._together = 0.0

    def left(self) -> float:
        """Seconds to wait now, if above zero. TooSlowError: it made us wait enough."""
        if self._together > LONGEST_WAITS:
            raise TooSlowError(
                "de website vraagt ons telkens te wachten, samen langer dan"
                f" {LONGEST_WAITS / 60:.0f} minuten"
            )
        return self._not_before - self._clock()

    def add(self, seconds: float) -> None:
        """It wants us back in so many seconds; several answers may ask for one wait."""
        until = self._clock() + seconds
        self._together += max(0.0, until - max(self._not_before, self._clock()))
        self._not_before = max(self._not_before, until)


class PatientRetryMiddleware(RetryMiddleware):
    """Waits as long as a 429 or 503 asks, and asks nothing else in the meantime."""

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._waits = Waits(time.monotonic)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Scrapy's way of making a middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:  # noqa: ARG002
        """Hold every request until the site wants us back."""
        while (wait := self._waits.left()) > 0:
            await asyncio.sleep(wait)

    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Retry what may pass; a 429 without a time to come back is a no."""
        if response.status not in self.retry_http_codes:
            return response
        wait = _wait_asked(response)
        if rest_asked(response) or (response.status == TOO_MANY and wait is None):
            return response
        if wait is not None:
            self._waits.add(wait)
        reason = response_status_message(response.status)
        return self._retry(request, reason) or response


def rest_asked(response: Response) -> timedelta | None:
    """How long a host wants to be left alone, where that is longer than a run waits."""
    wait = _wait_asked(response)
    return timedelta(seconds=wait) if wait and wait > LONGEST_WAIT else None


def _wait_asked(response: Response) -> float | None:
    """Seconds until a 429 or 503 wants us back; None when it says nothing."""
    printed = response.headers.get("Retry-After")
    if response.status not in {TOO_MANY, UNAVAILABLE} or printed is None:
        return None
    return retry_after(printed.decode("latin-1"), datetime.now(UTC))


def retry_after(printed: str | None, now: datetime) -> float | None:
    """Seconds to wait, from `120` or an HTTP date; None when it says nothing."""
    if not printed:
        return None
    if printed.strip().isdecimal():
        return float(printed.strip()[:9])
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())

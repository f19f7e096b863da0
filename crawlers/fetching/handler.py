"""How Scrapy fetches: over aiohttp, which costs less than half of Scrapy's own way.

Every connection is to the public internet, and an answer may be so large and take so
long and no more: its head too, for header lines without end would fill the memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import aiohttp
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes
from yarl import URL

from crawlers.fetching.politeness import AddressForbiddenError
from crawlers.fetching.resolver import NotPublicError, PublicResolver, PublicSockets

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LONGEST_LINE = 64 * 1024  # bytes of one header; all of them together stay under 8 MiB
MOST_HEADERS = 128
OURS_ALONE = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


class PublicHandler(BaseDownloadHandler):
    """Asks over connections that stay open; redirects and packing are Scrapy's."""

    lazy = True  # most crawls need but one of http and https

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        settings = crawler.settings
        allow_loopback = settings.getbool("ALLOW_LOOPBACK")
        self._largest = settings.getint("DOWNLOAD_MAXSIZE")
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=0,  # Scrapy's slots say how many at once
                resolver=PublicResolver(
                    aiohttp.ThreadedResolver(), allow_loopback=allow_loopback
                ),
                socket_factory=PublicSockets(allow_loopback=allow_loopback),
                ssl=True,  # only who proves to be who we asked for
            ),
            timeout=aiohttp.ClientTimeout(total=settings.getfloat("DOWNLOAD_TIMEOUT")),
            headers=settings.getdict("DEFAULT_REQUEST_HEADERS"),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=OURS_ALONE,
            auto_decompress=False,
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_LINE,
            max_headers=MOST_HEADERS,
        )

    async def download_request(self, request: Request) -> Response:
        """The answer; else one of Scrapy's own errors, or AddressForbiddenError."""
        with _in_scrapys_words(request.url):
            async with self._session.request(
                request.method,
                URL(request.url, encoded=True),
                data=request.body or None,
                headers=request.headers.to_tuple_list(),
                allow_redirects=False,
            ) as answer:
                largest = request.meta.get("download_maxsize", self._largest)
                return _response(request.url, answer, await _body(answer, largest))

    async def close(self) -> None:
        """Let every connection go."""
        await self._session.close()


async def _body(answer: aiohttp.ClientResponse, largest: int) -> bytes:
    """All of it; DownloadCancelledError as soon as it is, or will be, too large."""
    if (answer.content_length or 0) > largest:
        raise DownloadCancelledError
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) > largest:
            raise DownloadCancelledError
    return bytes(body)


def _response(url: str, answer: aiohttp.ClientResponse, body: bytes) -> Response:
    headers = Headers()
    for name, value in answer.raw_headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=url, body=body)
    return kind(url, status=answer.status, headers=headers, body=body)


@contextmanager
def _in_scrapys_words(url: str) -> Iterator[None]:
    """What goes wrong as Scrapy names it, so that it knows what to try again."""
    try:
        yield
    except TimeoutError as late:
        raise DownloadTimeoutError(url) from late
    except (aiohttp.InvalidURL, UnicodeError) as no_address:  # such as 127.1, a..nl
        raise AddressForbiddenError("geen geldig webadres") from no_address
    except aiohttp.ClientConnectorError as unconnected:
        raise _no_connection(url, unconnected) from unconnected
    except aiohttp.ClientPayloadError as broken:
        raise ResponseDataLossError(url) from broken
    except (aiohttp.ClientError, OSError) as failed:
        raise DownloadFailedError(url) from failed


def _no_connection(url: str, why: aiohttp.ClientConnectorError) -> Exception:
    if isinstance(why.os_error, NotPublicError):
        return AddressForbiddenError("het is geen openbaar internetadres")
    if isinstance(why, aiohttp.ClientConnectorDNSError):
        return CannotResolveHostError(url)
    if isinstance(why.os_error, ConnectionRefusedError):
        return DownloadConnectionRefusedError(url)
    return DownloadFailedError(url)

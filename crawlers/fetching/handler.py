"""Scrapy's own HTTP handler, with an end to how much head an answer may have.

Scrapy bounds the body of an answer and the time it takes, and Twisted the length of one
header line; but header lines without end fill the memory until the time is up (1.4 GB
in ten seconds, measured on loopback).
"""

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.interfaces import IAddress

LARGEST_HEAD = 256 * 1024  # bytes; browsers stop at about the same


class HeadTooLongError(ValueError):
    """An answer whose head does not come to an end."""


class BoundedHandler(HTTP11DownloadHandler):
    """Fetches as Scrapy does, over connections that give up on a head without end."""

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - as Scrapy sets its own


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """One connection; counts what comes before the body of each answer."""

    _head = 0

    def request(self, request: Any) -> Any:  # noqa: ANN401 - Twisted's, untyped
        """Ask, and count anew."""
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Pass on what comes, until the head is too long."""
        parser = self._parser
        if parser is not None and parser.state in {STATUS, HEADER}:
            self._head += len(data)
            if self._head > LARGEST_HEAD:
                too_long: Any = Failure(HeadTooLongError())  # type: ignore[no-untyped-call]
                self._giveUp(too_long)  # type: ignore[no-untyped-call]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes those connections."""

    def buildProtocol(self, addr: "IAddress | None") -> BoundedProtocol:  # noqa: ARG002, N802
        """A connection of ours."""
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]

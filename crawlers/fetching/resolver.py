"""Name resolution that hands out addresses of the public internet only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import (
    IAddress,
    IHostResolution,
    IResolutionReceiver,
)

from crawlers.fetching.addresses import is_allowed_ip

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase


LOOPBACK_NAMES = {"127.0.0.1", "localhost"}


class PublicResolver(CachingHostnameResolver):
    """Every connection passes here, also to a bare number and after a redirect.

    The very address that is connected to is checked, so a name that changes its
    mind between two look-ups gains nothing. `refused` holds the names sent away.

    Where loopback is allowed, only who asks for it by its plain name gets there: not
    a site of the internet that says to live on this machine.
    """

    def __init__(self, reactor: "ReactorBase", cache_size: int) -> None:
        super().__init__(reactor, cache_size)
        self.allow_loopback = False
        self.refused: set[str] = set()

    @classmethod
    def from_crawler(
        cls, crawler: "Crawler", reactor: "ReactorBase"
    ) -> "PublicResolver":
        """Scrapy's way of making a resolver."""
        resolver = cls(reactor, crawler.settings.getint("DNSCACHE_SIZE"))
        resolver.allow_loopback = crawler.settings.getbool("ALLOW_LOOPBACK")
        return resolver

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        """Resolve, and let only allowed addresses through."""
        checked = _Checked(resolutionReceiver, hostName, self)
        return super().resolveHostName(
            cast("IResolutionReceiver", checked),
            hostName,
            portNumber,
            addressTypes,
            transportSemantics,
        )


class _Checked:
    """Passes on what is allowed."""

    def __init__(
        self, receiver: IResolutionReceiver, name: str, resolver: PublicResolver
    ) -> None:
        self._receiver: Any = receiver
        self._name = name
        self._resolver = resolver

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:  # noqa: N802
        host = str(getattr(address, "host", ""))
        if is_allowed_ip(host, allow_loopback=self._may_be_here()):
            self._receiver.addressResolved(address)
        else:
            self._resolver.refused.add(self._name)

    def resolutionComplete(self) -> None:  # noqa: N802
        self._receiver.resolutionComplete()

    def _may_be_here(self) -> bool:
        return self._resolver.allow_loopback and self._name in LOOPBACK_NAMES

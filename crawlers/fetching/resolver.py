"""Only connections to the public internet: of names, and of bare numbers."""

import socket
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver

from crawlers.fetching.addresses import is_allowed_ip

if TYPE_CHECKING:
    from aiohappyeyeballs import AddrInfoType
    from aiohttp.abc import ResolveResult

LOOPBACK_NAMES = {"127.0.0.1", "localhost"}


class NotPublicError(OSError):
    """It leads to no address of the public internet."""


class PublicResolver(AbstractResolver):
    """Of what `names` knows of a name, only its public addresses are heard.

    Where loopback is allowed, only who asks for it by its plain name gets there: not
    a site of the internet that says to live on this machine.
    """

    def __init__(self, names: AbstractResolver, *, allow_loopback: bool) -> None:
        self._names = names
        self._allow_loopback = allow_loopback

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,
    ) -> list["ResolveResult"]:
        """Raises NotPublicError for a name without any, OSError for an unknown one."""
        allow_loopback = self._allow_loopback and host in LOOPBACK_NAMES
        public = [
            found
            for found in await self._names.resolve(host, port, family)
            if is_allowed_ip(found["host"], allow_loopback=allow_loopback)
        ]
        if not public:
            raise NotPublicError(host)
        return public

    async def close(self) -> None:
        """Nothing is asked any more."""
        await self._names.close()


class PublicSockets:
    """Makes the socket of every connection, also to a bare number.

    The very address that is connected to is checked, so a name that changes its mind
    between two look-ups gains nothing. Raises NotPublicError.
    """

    def __init__(self, *, allow_loopback: bool) -> None:
        self._allow_loopback = allow_loopback

    def __call__(self, address: "AddrInfoType") -> socket.socket:
        """A socket for this address."""
        family, kind, protocol, _, (host, *_) = address
        if not is_allowed_ip(str(host), allow_loopback=self._allow_loopback):
            raise NotPublicError(host)
        return socket.socket(family, kind, protocol)

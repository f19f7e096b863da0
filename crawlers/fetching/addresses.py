"""Which addresses a crawler may connect to, and which boards it leaves alone."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from crawlers.sources.boards import (
    forbidden_board as forbidden_board,  # others ask here
)
from schemas.errors import BadInputError

LOOPBACK = ip_address("127.0.0.1")
ASSIGNED = ip_network("2000::/3")  # where all public IPv6 addresses are
# IPv6 with an IPv4 address in its last 32 bits: NAT64, SIIT, and the oldest way.
CARRIERS = tuple(
    ip_network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96", "::/96")
)
# Set apart by IANA, though `ipaddress` calls parts of them public.
SET_APART = tuple(
    ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20", "2001::/23")
)
WEB_PORTS = {None, 80, 443}
# Letters of any script, digits, dots and hyphens; colons for IPv6. No spaces.
HOST_NAME = re.compile(r"[\w.:%-]+")


class AddressRefusedError(BadInputError):
    """We do not collect from this address; the message says why."""


def is_allowed_ip(printed: str, *, allow_loopback: bool) -> bool:
    """Only addresses of the public internet; 127.0.0.1 too where that is allowed.

    No other way of writing loopback is: nobody who means well writes one.
    """
    address = ip_address(printed.partition("%")[0])
    if address == LOOPBACK:
        return allow_loopback
    meant = _innermost(address)
    if isinstance(meant, IPv6Address) and meant not in ASSIGNED:
        return False
    set_apart = any(meant in network for network in SET_APART)
    return meant.is_global and not meant.is_multicast and not set_apart


def _innermost(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """An IPv6 address may carry the IPv4 address that is meant."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in CARRIERS):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def why_not_web(url: str, *, allow_loopback: bool) -> str | None:
    """Why an address is no ordinary web address, or None when it is one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "geen geldig webadres"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "alleen http en https"
    if not HOST_NAME.fullmatch(parts.hostname):
        return "geen geldig webadres"
    if parts.username or parts.password:
        return "een adres met een naam of wachtwoord erin"
    if port not in WEB_PORTS and not allow_loopback:
        return "alleen poort 80 en 443"
    return None


def web_address(typed: str, *, allow_loopback: bool) -> str:
    """What was typed as a full address; AddressRefusedError when it is none of ours."""
    url = typed.strip()
    if "://" not in url:
        url = f"https://{url}"
    why = why_not_web(url, allow_loopback=allow_loopback) or forbidden_board(url)
    if why:
        raise AddressRefusedError(f"{typed.strip()[:200]}: {why}")
    return url


def is_loopback_host(url: str) -> bool:
    """Whether an address names this very machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""Which addresses a crawler may connect to, and which boards it leaves alone."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from schemas.errors import BadInputError

TRANSLATED = ip_network("64:ff9b::/96")  # NAT64 carries an IPv4 address inside
WEB_PORTS = {None, 80, 443}
# Letters of any script, digits, dots and hyphens; colons for IPv6. No spaces.
HOST_NAME = re.compile(r"[\w.:%-]+")
# Their terms forbid automated collecting; the reasons are in the message.
FORBIDDEN_BOARDS = {
    "werk.nl": "UWV verbiedt in de voorwaarden van werk.nl het automatisch"
    " verzamelen van vacatures",
    "indeed": "Indeed verbiedt in zijn voorwaarden het automatisch verzamelen"
    " van vacatures",
    "linkedin": "LinkedIn verbiedt in zijn voorwaarden het automatisch verzamelen van"
    " gegevens",
    "glassdoor": "Glassdoor verbiedt in zijn voorwaarden het automatisch verzamelen van"
    " gegevens",
}


class AddressRefusedError(BadInputError):
    """We do not collect from this address; the message says why."""


def is_allowed_ip(printed: str, *, allow_loopback: bool) -> bool:
    """Only addresses of the public internet; loopback too where that is allowed."""
    address = _innermost(ip_address(printed.partition("%")[0]))
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not address.is_multicast


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
    if address in TRANSLATED:
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


def forbidden_board(url: str) -> str | None:
    """Why a board is left alone, or None for any other site."""
    host = (urlsplit(url).hostname or "").lower().removeprefix("www.")
    for board, reason in FORBIDDEN_BOARDS.items():
        if host == board or host.endswith(f".{board}"):
            return reason
        if "." not in board and re.search(rf"(?:^|\.){board}\.[a-z.]{{2,6}}$", host):
            return reason
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

"""Where we never go."""

import asyncio
import socket

import pytest
from aiohttp.abc import AbstractResolver
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.fetching.addresses import (
    AddressRefusedError,
    forbidden_board,
    is_allowed_ip,
    is_loopback_host,
    web_address,
    why_not_web,
)
from crawlers.fetching.resolver import NotPublicError, PublicResolver, PublicSockets


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/hostname", "alleen http en https"),
        ("data:text/html,hallo", "alleen http en https"),
        ("ftp://example.nl/", "alleen http en https"),
        ("http://example.nl:8080/", "alleen poort 80 en 443"),
        ("http://jan:geheim@example.nl/", "een adres met een naam of wachtwoord erin"),
        ("http://example.nl:99999/", "geen geldig webadres"),
    ],
)
def test_only_ordinary_web_addresses(url, why):
    assert why_not_web(url, allow_loopback=False) == why


@pytest.mark.parametrize(
    "url",
    [
        "https://www.werk.nl/werkzoekenden/",
        "https://nl.indeed.com/vacatures",
        "https://www.linkedin.com/jobs/",
        "https://www.glassdoor.nl/",
    ],
)
def test_boards_that_forbid_it_are_refused_with_the_reason(url):
    with pytest.raises(AddressRefusedError, match="verbied"):
        web_address(url, allow_loopback=False)


@pytest.mark.parametrize("url", ["https://netwerk.nl", "https://indeed-groep.nl"])
def test_boards_are_known_by_their_whole_name(url):
    assert forbidden_board(url) is None


INSIDE = [
    "127.0.0.2", "127.255.255.254", "::1", "10.1.1.1", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.0.8", "192.88.99.1", "203.0.113.1",
    "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::7f00:1",
    "::ffff:0:127.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::a00:1",
    "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2001:0:7f00:1::80ff:fffe", "2001:db8::1",
    "2001:10::1", "3fff::1", "5f00::1", "100::1", "fe80::1%eth0", "fe80::5efe:7f00:1",
    "fec0::1", "fc00::1", "fd00::1", "fd00:ec2::254", "ff02::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
@pytest.mark.parametrize("allow_loopback", [False, True])
def test_addresses_of_the_inside(address, allow_loopback):
    """Where loopback is allowed only its plain form is: nobody means well by another."""
    assert not is_allowed_ip(address, allow_loopback=allow_loopback)


def test_addresses_of_the_outside():
    assert is_allowed_ip("93.184.216.34", allow_loopback=False)
    assert is_allowed_ip("2606:2800:220:1:248:1893:25c8:1946", allow_loopback=False)
    assert is_allowed_ip("2a02:a44c::1", allow_loopback=False)
    assert is_allowed_ip("64:ff9b::808:808", allow_loopback=False)
    assert not is_allowed_ip("127.0.0.1", allow_loopback=False)
    assert is_allowed_ip("127.0.0.1", allow_loopback=True)


@settings(max_examples=150)
@given(st.ip_addresses())
def test_what_is_allowed_is_public(address):
    if is_allowed_ip(str(address), allow_loopback=False):
        assert address.is_global
        assert not address.is_multicast


@settings(max_examples=150)
@given(st.text(), st.sampled_from(["", "http://", "https://x.nl:", "http://["]))
def test_any_address_is_refused_or_an_ordinary_one(text, start):
    url = f"{start}{text}"
    why_not_web(url, allow_loopback=True)
    try:
        typed = web_address(url, allow_loopback=False)
    except AddressRefusedError:
        return
    assert why_not_web(typed, allow_loopback=False) is None
    is_loopback_host(typed)


class Names(AbstractResolver):
    """A world in which names lead where it says, one address after the other."""

    def __init__(self, **names):
        self.names = {
            name.replace("_", "."): list(found) for name, found in names.items()
        }

    async def resolve(self, host, port=0, *_):
        found = self.names[host].pop(0)
        return [{"hostname": host, "host": one, "port": port} for one in found]

    async def close(self):
        self.names.clear()


def resolver(names, *, allow_loopback=False):
    return PublicResolver(names, allow_loopback=allow_loopback)


def heard(resolver, name):
    return [found["host"] for found in asyncio.run(resolver.resolve(name, 80))]


def refuses(resolver, name):
    with pytest.raises(NotPublicError):
        asyncio.run(resolver.resolve(name, 80))
    return True


def test_of_a_name_only_the_public_addresses_are_heard():
    names = Names(wilg_nl=[["93.184.216.34", "10.0.0.8", "127.0.0.1"]])
    assert heard(resolver(names), "wilg.nl") == ["93.184.216.34"]


def test_a_name_that_changes_its_mind_is_refused_at_the_second_look():
    ours = resolver(
        Names(wilg_nl=[["93.184.216.34"], ["127.0.0.1"], ["169.254.169.254"]])
    )
    assert heard(ours, "wilg.nl") == ["93.184.216.34"]
    assert refuses(ours, "wilg.nl")
    assert refuses(ours, "wilg.nl")


def test_where_loopback_is_allowed_it_is_by_its_own_name():
    home = {"localhost": [["127.0.0.1"]], "wilg_nl": [["127.0.0.1"]]}
    ours = resolver(Names(**home), allow_loopback=True)
    assert heard(ours, "localhost") == ["127.0.0.1"]
    assert refuses(ours, "wilg.nl")


def to(host, family=socket.AF_INET):
    return (family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (host, 443))


@pytest.mark.parametrize("allow_loopback", [False, True])
@pytest.mark.parametrize("inside", ["10.0.0.8", "169.254.169.254", "127.0.0.2"])
def test_no_socket_is_made_to_a_number_of_the_inside(inside, allow_loopback):
    sockets = PublicSockets(allow_loopback=allow_loopback)
    with pytest.raises(NotPublicError):
        sockets(to(inside))
    with pytest.raises(NotPublicError):
        sockets(to(f"::ffff:{inside}", socket.AF_INET6))


def test_a_socket_to_this_machine_is_made_only_where_that_is_allowed():
    with PublicSockets(allow_loopback=True)(to("127.0.0.1")) as made:
        assert made.family == socket.AF_INET
    with pytest.raises(NotPublicError):
        PublicSockets(allow_loopback=False)(to("127.0.0.1"))


def test_a_socket_to_the_internet_is_made():
    with PublicSockets(allow_loopback=False)(to("93.184.216.34")) as made:
        assert made.family == socket.AF_INET

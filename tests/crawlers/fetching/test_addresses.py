"""Where we never go."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.resolver import dnscache
from twisted.internet.address import IPv4Address

from crawlers.fetching.addresses import (
    AddressRefusedError,
    forbidden_board,
    is_allowed_ip,
    is_loopback_host,
    web_address,
    why_not_web,
)
from crawlers.fetching.resolver import PublicResolver


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


class Receiver:
    """What a connection hears of the addresses of a name."""

    def __init__(self):
        self.heard = []

    def resolutionBegan(self, _):  # noqa: N802 - these names are Twisted's
        self.heard.append("began")

    def addressResolved(self, address):  # noqa: N802
        self.heard.append(address.host)

    def resolutionComplete(self):  # noqa: N802
        self.heard.append("complete")


class Names:
    """A world in which names lead where it says, one address after the other."""

    def __init__(self, **names):
        self.names = {
            name.replace("_", "."): list(found) for name, found in names.items()
        }

    def resolveHostName(self, receiver, name, port=0, *_):  # noqa: N802
        receiver.resolutionBegan(self)
        for host in self.names[name].pop(0):
            receiver.addressResolved(IPv4Address("TCP", host, port))
        receiver.resolutionComplete()


@pytest.fixture
def resolver():
    """Makes our resolver on top of invented names; what it cached is forgotten."""

    def made(names, *, allow_loopback=False):
        ours = PublicResolver(SimpleNamespace(nameResolver=names), cache_size=10)
        ours.allow_loopback = allow_loopback
        return ours

    yield made
    dnscache.clear()


def heard(resolver, name):
    receiver = Receiver()
    resolver.resolveHostName(receiver, name, 80)
    return receiver.heard


def test_of_a_name_only_the_public_addresses_are_heard(resolver):
    names = Names(wilg_nl=[["93.184.216.34", "10.0.0.8", "127.0.0.1"]])
    assert heard(resolver(names), "wilg.nl") == ["began", "93.184.216.34", "complete"]


def test_a_name_that_changes_its_mind_is_refused_at_the_second_look(resolver):
    ours = resolver(
        Names(wilg_nl=[["93.184.216.34"], ["127.0.0.1"], ["169.254.169.254"]])
    )
    assert heard(ours, "wilg.nl") == ["began", "93.184.216.34", "complete"]
    dnscache.clear()
    assert heard(ours, "wilg.nl") == ["began", "complete"]
    dnscache.clear()
    assert heard(ours, "wilg.nl") == ["began", "complete"]
    assert ours.refused == {"wilg.nl"}


def test_what_is_remembered_of_a_name_is_checked_again(resolver):
    ours = resolver(Names(wilg_nl=[["127.0.0.1"]]))
    assert heard(ours, "wilg.nl") == heard(ours, "wilg.nl") == ["began", "complete"]


def test_where_loopback_is_allowed_it_is_by_its_own_name(resolver):
    home = {"localhost": [["127.0.0.1"]], "wilg_nl": [["127.0.0.1"]]}
    ours = resolver(Names(**home), allow_loopback=True)
    assert heard(ours, "localhost") == ["began", "127.0.0.1", "complete"]
    assert heard(ours, "wilg.nl") == ["began", "complete"]

"""Where we never go."""

import pytest

from crawlers.fetching.addresses import (
    AddressRefusedError,
    forbidden_board,
    is_allowed_ip,
    web_address,
    why_not_web,
)


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


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "::1", "10.1.1.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.0", "224.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
     "fe80::1%eth0", "fd00::1"],
)  # fmt: skip
def test_addresses_of_the_inside(address):
    assert not is_allowed_ip(address, allow_loopback=False)


def test_addresses_of_the_outside():
    assert is_allowed_ip("93.184.216.34", allow_loopback=False)
    assert is_allowed_ip("2606:2800:220:1:248:1893:25c8:1946", allow_loopback=False)
    assert is_allowed_ip("127.0.0.1", allow_loopback=True)
    assert not is_allowed_ip("10.0.0.1", allow_loopback=True)

"""The address of a page for people."""

import pytest

from crawlers.pages.page import Page, own_address, without_tracking

URL = "https://www.werkenbijwilg.nl/vacatures/winkelmedewerker-4711"


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("/vacatures/kok", "https://www.x.nl/vacatures/kok"),
        ("https://x.nl/vacatures/kok?utm_source=a", "https://x.nl/vacatures/kok"),
        ("https://elders.nl/vacatures/kok", "https://www.x.nl/nl/vacatures/kok-1"),
        ("https://www.x.nl/nl/vacatures", "https://www.x.nl/nl/vacatures/kok-1"),
        ("javascript:alert(1)", "https://www.x.nl/nl/vacatures/kok-1"),
        (None, "https://www.x.nl/nl/vacatures/kok-1"),
    ],
)
def test_a_canonical_address_is_believed_on_its_own_site(canonical, address):
    here = Page(source="x", url="https://www.x.nl/nl/vacatures/kok-1?ref=b", text="")
    assert own_address(here, canonical) == address


def test_tracking_is_taken_off():
    url = "https://x.nl/v?id=7&utm_medium=a&gclid=b&leeg=#top"
    assert without_tracking(url) == "https://x.nl/v?id=7&leeg="

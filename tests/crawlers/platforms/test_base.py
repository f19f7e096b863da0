"""What all platforms share."""

import pytest

from crawlers.platforms.base import same_site
from crawlers.platforms.known import PLATFORMS, platform_named


def test_every_platform_of_a_source_is_known():
    assert [platform_named(p.name) for p in PLATFORMS] == list(PLATFORMS)
    with pytest.raises(LookupError):
        platform_named("nobody")


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("https://www.x.nl/a", "https://x.nl/b", True),
        ("https://x.nl", "https://banen.x.nl", True),
        ("https://x.nl", "https://y.nl", False),
        ("https://x.nl", "https://nietx.nl", False),
        ("http://127.0.0.1:80/a", "http://127.0.0.1:81/a", False),
        ("https://x.nl", "javascript:alert(1)", False),
        ("https://x.nl", "mailto:a@x.nl", False),
    ],
)
def test_what_is_on_the_same_site(url, other, same):
    assert same_site(url, other) is same

"""Which platforms there are, and whose turn a crawl takes."""

import pytest

from crawlers.platforms.known import platform_named, turn_of
from tests.crawlers.crawling import source


def test_a_platform_we_do_not_know_has_no_name():
    with pytest.raises(LookupError):
        platform_named("elders")


@pytest.mark.parametrize(
    ("platform", "url", "turn"),
    [
        ("jobposting", "https://www.wilg.nl/vacatures", "wilg.nl"),
        ("jobposting", "https://wilg.nl:8443/", "wilg.nl:8443"),
        ("recruitee", "https://wilg.recruitee.com", "recruitee.com"),
        ("recruitee", "https://werkenbij.wilg.nl", "werkenbij.wilg.nl"),
        ("recruitee", "https://nietrecruitee.com", "nietrecruitee.com"),
        ("personio", "https://wilg.jobs.personio.de", "jobs.personio.de"),
        ("personio", "https://eik.jobs.personio.com", "jobs.personio.de"),
    ],
)
def test_employers_on_the_machines_of_one_platform_take_turns(platform, url, turn):
    assert turn_of(source("wilg", url, platform)) == turn

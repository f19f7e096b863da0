"""The guard on every hop: where a request may go, and where a redirect may lead."""

import pytest
from scrapy import Spider
from scrapy.http import Request
from scrapy.utils.test import get_crawler

from crawlers.fetching.politeness import AddressForbiddenError, AddressMiddleware


def asked(url: str, *before: str) -> None:
    crawler = get_crawler(Spider, {"ALLOW_LOOPBACK": True})
    meta = {"redirect_urls": list(before)} if before else {}
    AddressMiddleware(crawler).process_request(Request(url, meta=meta))


def test_a_crawl_that_may_visit_this_machine_does():
    asked("http://127.0.0.1:8080/vacatures")
    asked("http://127.0.0.1:8081/vacatures", "http://localhost:8080/oud")


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/", "http://localhost:5432/", "http://127.9.9.9:8080/x"]
)
def test_a_site_of_the_internet_may_not_lead_it_there(inside):
    with pytest.raises(AddressForbiddenError, match="naar deze computer"):
        asked(inside, "https://werkenbij.example/a", "https://werkenbij.example/b")

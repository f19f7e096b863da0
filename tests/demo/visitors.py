"""A visitor to one career site of the market, and what it reads there."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from demo.market import Employer
from demo.sites import serve
from tests.demo.builders import TODAY, market

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SCRIPT = re.compile(
    r'<script type="application/ld\+json[^"]*">(.*?)</script>',
    re.DOTALL | re.IGNORECASE,
)


@dataclass
class Visitor:
    """One visitor on one connection, as a polite crawler is."""

    address: str
    connection: HTTPConnection

    def open(self, path: str, **headers: str) -> tuple[HTTPResponse, str]:
        path = path.removeprefix(self.address) or "/"
        self.connection.request(headers.pop("method", "GET"), path, headers=headers)
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def text(self, path: str) -> str:
        answer, text = self.open(path)
        assert answer.status == 200, path
        return text

    def xml(self, path: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.text(path))

    def locations(self, path: str) -> list[str]:
        return [loc.text or "" for loc in self.xml(path).findall(".//s:loc", SITEMAP)]


@contextmanager
def visiting(one: Employer, *, today: date = TODAY) -> Iterator[Visitor]:
    with serve(market(one), today=today, ports=[0]) as sites:
        address = sites.addresses[one.slug]
        with visitor_of(address) as visitor:
            yield visitor


@contextmanager
def visitor_of(address: str) -> Iterator[Visitor]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    yield Visitor(address, connection)
    connection.close()


def posting_of(page: str) -> dict[str, Any]:
    (script,) = SCRIPT.findall(page)
    return json.loads(script)

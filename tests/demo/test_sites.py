"""The career sites: what all have in common, on loopback and at speed."""

import re
import socket
import time
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from click.testing import CliRunner

from demo.market import SHAPES, Market, Shape, load_market
from demo.reading import BadDataError
from demo.shapes.html import MARK
from demo.sites import chosen, main, serve
from tests.demo.builders import TODAY, advert, employer, market
from tests.demo.visitors import visiting, visitor_of


@pytest.mark.parametrize("shape", SHAPES)
def test_every_page_says_that_it_is_invented(shape: Shape) -> None:
    with visiting(employer(shape)) as visitor:
        home = visitor.text("/")
        (path,) = re.findall(r'<li><a href="([^"]+)"', home)
        for page in ("/", "/over-ons/", "/cookies/", path):
            assert MARK in visitor.text(page)
        assert "Medewerker archief (m/v/x)</h1>" in visitor.text(path)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_vacancy_page_has_what_a_crawler_must_not_take(shape: Shape) -> None:
    jobs = (advert("101"), advert("102", title="Conciërge"))
    with visiting(employer(shape, *jobs)) as visitor:
        path = re.findall(r'<li><a href="([^"]+)"', visitor.text("/"))[0]
        page = visitor.text(path)
    article, rest = page.split("</article>")
    assert "Je scant &amp; ordent dossiers." in article
    assert "Conciërge" not in article
    assert "Conciërge" in rest
    assert re.search(r"06-1234567\d", rest)
    assert "@example.nl" in rest


@pytest.mark.parametrize("shape", SHAPES)
def test_an_unknown_path_is_not_found(shape: Shape) -> None:
    with visiting(employer(shape)) as visitor:
        for path in ("/bestaat-niet", "/o/weg", "/jobs/9-weg", "/vacatures/x/", "//["):
            answer, _ = visitor.open(path)
            assert answer.status == 404, path


@pytest.mark.parametrize("shape", SHAPES)
def test_robots_keep_crawlers_from_the_search_page(shape: Shape) -> None:
    robots = RobotFileParser()
    with visiting(employer(shape)) as visitor:
        robots.parse(visitor.text("/robots.txt").splitlines())
    assert robots.can_fetch("Spoorzoeker", "/vacatures/x/")
    assert not robots.can_fetch("Spoorzoeker", "/zoeken?q=x")
    assert not robots.can_fetch("GulzigeBot", "/")
    assert robots.crawl_delay("Spoorzoeker") == 0
    assert bool(robots.site_maps()) == (shape in ("jobposting", "graph"))


def test_a_page_that_did_not_change_is_not_sent_again() -> None:
    with visiting(employer("jobposting")) as visitor:
        first, text = visitor.open("/")
        again, empty = visitor.open("/", **{"If-None-Match": first.headers["ETag"]})
        head, nothing = visitor.open("/", method="HEAD")
    assert (first.status, again.status, head.status) == (200, 304, 200)
    assert text
    assert empty == nothing == ""


def test_a_port_in_use_gives_way_to_the_next_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serve(market(employer("graph")), today=TODAY, ports=[port]) as sites:
            assert urlsplit(sites.addresses["proefhuis"]).port > port


def test_stopping_frees_the_port() -> None:
    sites = serve(market(employer("graph")), today=TODAY, ports=[0])
    port = urlsplit(sites.addresses["proefhuis"]).port
    sites.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)


@pytest.fixture(scope="module")
def whole() -> Market:
    return load_market()


def test_the_whole_market_is_served_at_more_than_200_pages_a_second(
    whole: Market,
) -> None:
    ports = [0] * len(whole.employers)
    with serve(whole, today=TODAY, ports=ports) as sites:
        begun, pages = time.process_time(), 0  # of both sides: they are one process
        for one in whole.employers:
            with visitor_of(sites.addresses[one.slug]) as visitor:
                paths = re.findall(r'<li><a href="([^"]+)"', visitor.text("/"))
                assert len(set(paths)) == len(one.adverts)
                for path in paths:
                    assert MARK in visitor.text(path)
            pages += len(paths) + 1
    assert pages / (time.process_time() - begun) > 200


def test_some_employers_can_be_chosen(whole: Market) -> None:
    slug = whole.employers[0].slug
    assert [one.slug for one in chosen(whole, [slug]).employers] == [slug]
    assert chosen(whole, []) == whole
    with pytest.raises(BadDataError, match="no employer niemand"):
        chosen(whole, ["niemand"])


def test_the_command_helps_and_refuses_an_unknown_employer() -> None:
    runner = CliRunner()
    assert "Ctrl-C" in runner.invoke(main, ["--help"]).output
    refused = runner.invoke(main, ["niemand"])
    assert refused.exit_code == 1
    assert "no employer niemand" in refused.output

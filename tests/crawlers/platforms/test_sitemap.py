"""Sitemaps, whole, packed and broken."""

import gzip
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.platforms.sitemap import NotASitemapError, read_sitemap
from tests.crawlers.adverts import sitemap
from tests.crawlers.answers import SITE


def zipped(body):
    """The same bytes each time: tests are named after them."""
    return gzip.compress(body, mtime=0)


def test_sitemaps_packed_and_indexed():
    urls = [f"{SITE}/vacatures/{n}" for n in range(3)]
    assert read_sitemap(sitemap(urls).encode()).addresses == tuple(urls)
    assert read_sitemap(zipped(sitemap(urls).encode())).addresses == tuple(urls)
    index = (
        b"<sitemapindex><sitemap><loc>https://x.nl/a.xml</loc></sitemap></sitemapindex>"
    )
    assert read_sitemap(index).is_index


def test_the_day_a_page_changed_stands_beside_it():
    entry = "<url><loc> {} </loc><lastmod>{}</lastmod></url>"
    body = f"\ufeff\n<?xml version='1.0'?><urlset>{entry.format('https://x.nl/a', '2026-09-09')}"
    body += "<url><loc>https://x.nl/b</loc></url>" + entry.format(
        "https://x.nl/a", "2026-01-01"
    )
    found = read_sitemap(f"{body}</urlset>".encode())
    assert found.entries == (("https://x.nl/a", "2026-09-09"), ("https://x.nl/b", None))


def test_a_sitemap_cut_off_halfway_is_used_but_not_whole():
    body = sitemap([f"{SITE}/vacatures/{n}" for n in range(50)]).encode()
    half = read_sitemap(body[: len(body) // 2])
    assert half.cut
    assert 10 < len(half.addresses) < 50


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "words",
    ['<!ENTITY l0 "ha">' + LAUGHS, '<!ENTITY l9 "https://boos.example/">',
     '<!ENTITY l9 SYSTEM "file:///etc/passwd">', '<!ENTITY % l9 SYSTEM "http://127.0.0.1/x"> %l9;',
     ""],
)  # fmt: skip
def test_what_can_define_entities_is_no_sitemap(words):
    urls = (
        "<url><loc>https://x.nl/&l9;</loc></url><url><loc>https://x.nl/goed</loc></url>"
    )
    with pytest.raises(NotASitemapError):
        read_sitemap(f"<!DOCTYPE urlset [{words}]><urlset>{urls}</urlset>".encode())


@pytest.mark.parametrize("packed", [gzip.compress, bytes])
def test_a_sitemap_longer_than_the_rules_allow_is_cut(packed):
    entry = f"<url><loc>{SITE}/vacatures/a</loc><x>{'x' * 5_000}</x></url>"
    body = f"<urlset>{entry * 11_000}</urlset>".encode()
    found = read_sitemap(packed(body))
    assert found.cut
    assert found.addresses == (f"{SITE}/vacatures/a",)


def test_more_addresses_than_the_rules_allow_are_cut():
    body = sitemap(f"{SITE}/vacatures/{n}" for n in range(50_100)).encode()
    found = read_sitemap(body)
    assert found.cut
    assert len(found.addresses) == 50_000


def test_an_address_too_long_for_any_browser_is_left_out():
    body = sitemap([f"{SITE}/vacatures/{'a' * 3_000}", f"{SITE}/vacatures/kok"])
    found = read_sitemap(body.encode())
    assert found.cut
    assert found.addresses == (f"{SITE}/vacatures/kok",)


def test_pictures_and_translations_beside_an_address_are_no_addresses():
    body = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><image:image><image:loc>'
        "https://x.nl/foto.jpg</image:loc></image:image><loc>https://x.nl/kok</loc>"
        '<xhtml:link rel="alternate" hreflang="en" href="https://x.nl/en/cook"/></url></urlset>'
    )
    assert read_sitemap(body.encode()).addresses == ("https://x.nl/kok",)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html></html>", b"{}", b"\x1f\x8b", b"\x1f\x8bkwaad", b"<rss></rss>", b"\xef\xbb\xbf",
     zipped(b"<html></html>"), zipped(zipped(b"<urlset></urlset>"))],
)  # fmt: skip
def test_anything_else_is_no_sitemap(body):
    with pytest.raises(NotASitemapError):
        read_sitemap(body)


def test_a_packed_sitemap_cut_off_halfway_is_used_but_not_whole():
    numbers = [f"{SITE}/vacatures/{n * 7919 % 10_007}-{n}" for n in range(5_000)]
    body = zipped(sitemap(numbers).encode())
    half = read_sitemap(body[: len(body) // 2])
    assert half.cut
    assert 100 < len(half.addresses) < 5_000


@pytest.mark.parametrize(
    ("packed", "head", "piece", "times"),
    [
        (zipped, b"<urlset>", b" ", 200_000_000),
        (zipped, b"<urlset>", b"<url><loc>https://x.nl/a</loc></url>", 3_000_000),
        (bytes, b"<urlset>", b"<url>", 2_000_000),
        (bytes, b"<urlset>", b"<x/>", 4_000_000),
        (bytes, b"<urlset><url><loc>", b"a", 20_000_000),
        (bytes, b"<urlset ", b"a='1' ", 1_000_000),
        (bytes, b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", 200_000),
    ],
)
def test_no_sitemap_takes_minutes_or_fills_the_memory(packed, head, piece, times):
    body = packed(head + piece * times)
    began = time.process_time()
    tracemalloc.start()
    try:
        read_sitemap(body)
    except NotASitemapError:
        pass
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 100_000_000
    assert time.process_time() - began < 40


PIECES = st.sampled_from(
    [b"<urlset>", b"<url>", b"<loc>", b"https://x.nl/a", b"</loc>", b"</url>", b"</urlset>",
     b"<lastmod>2026", b"</lastmod>", b"<sitemapindex>", b"<sitemap>", b"&amp;", b"&x;", b"<!--",
     b"<![CDATA[", b"]]>", b"<?xml version='1.0'?>", b"\xff", b"\x00", b"<a:b>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.lists(PIECES).map(b"".join), st.booleans())
def test_any_bytes_are_a_sitemap_or_not(body, packed):
    try:
        read_sitemap(zipped(body) if packed else body)
    except NotASitemapError:
        return

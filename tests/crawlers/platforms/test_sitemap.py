"""Sitemaps, whole, packed and broken."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from crawlers.platforms.sitemap import NotASitemapError, read_sitemap
from tests.crawlers.adverts import sitemap
from tests.crawlers.answers import SITE


def test_sitemaps_packed_and_indexed():
    urls = [f"{SITE}/vacatures/{n}" for n in range(3)]
    assert read_sitemap(sitemap(urls).encode()).addresses == tuple(urls)
    assert read_sitemap(gzip.compress(sitemap(urls).encode())).addresses == tuple(urls)
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


def test_a_sitemap_loads_nothing_from_elsewhere():
    body = (
        b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b"<urlset><url><loc>https://x.nl/&x;</loc></url></urlset>"
    )
    assert all("\n" not in url for url in read_sitemap(body).addresses)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sitemap_or_not(body):
    try:
        read_sitemap(body)
    except NotASitemapError:
        return

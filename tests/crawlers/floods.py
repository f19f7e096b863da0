"""Answers that are too much: bombs, nests, endless bodies, sitemaps and feeds that swell."""

import json

import brotli

from tests.crawlers import traps
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.traps import XML, whole

DEEP = "[" * 100_000
BLANKS = b" " * 1_000_000


def floods():
    """All of them by name; made when they are needed, for the bombs take a second."""
    return {
        "a gzip bomb": traps.packed(traps.zeros(300), "gzip"),
        "a gzip bomb in a gzip bomb": traps.packed(traps.nested_zeros(200), "gzip, gzip"),
        "a deflate bomb": traps.packed(traps.zeros(100)[10:-8], "deflate"),
        "a brotli bomb": traps.packed(brotli.compress(BLANKS * 100, quality=1), "br"),
        "an unknown packing": traps.packed("x", "kwaad"),
        "a packing that is not": traps.packed("geen gzip", "gzip"),
        "no end in pieces": traps.endless(b"<p>nog meer"),
        "no end without a length": traps.endless(b"<p>nog meer", chunked=False),
        "ten gigabytes announced": traps.raw(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000000000\r\n\r\nx"
        ),
        "a length below zero": traps.raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"),
        "no HTTP at all": traps.raw(b"SSH-2.0-OpenSSH_9.7\r\n"),
        "an odd status": traps.raw(b"HTTP/1.1 kwaad\r\n\r\n"),
        "broken pieces": traps.raw(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nkwaad\r\nx\r\n0\r\n\r\n"
        ),
        "head lines without end": traps.head_bomb,
        "a redirect to itself": None,  # filled in where the path is known
        "nested JSON": whole(page(f'{{"@type": "JobPosting", "title": {DEEP}')),
        "nested lists in a field": whole(
            page(json.dumps(job(1)).replace('"Zwolle"', "[" * 900 + "]" * 900))
        ),
        "nested markup": whole(page(job(1, description="<div>" * 100_000))),
        "a nested page": whole("<div>" * 500_000),
        "a title of a megabyte": whole(page(job(1, title="Kok " * 250_000))),
        "a key of a megabyte": whole(page(job(1, identifier="k" * 1_000_000))),
        "a place of a megabyte": whole(page(job(1, jobLocation="Zwolle " * 150_000))),
        "a number of a megabyte": whole(page('{"@type": "JobPosting", "a": ' + "9" * 1_000_000)),
        "halves of letters": whole(page(job(1, title="Kok \ud83d", description="\udc00 \x00"))),
        "other bytes": whole(bytes(range(256)) * 4_000),
        "scripts never closed": whole('<script type="application/ld+json">' * 30_000),
        "a nul in every field": whole(page(job(1, title="K\x00ok", jobLocation="Zw\x00olle"))),
        "dates far away": whole(page(job(1, datePosted="9" * 5_000, validThrough="0000-00-00"))),
    }  # fmt: skip


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">'
    f'{LAUGHS}<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY u SYSTEM "{{door}}">'
    '<!ENTITY % p SYSTEM "{door}"> %p;]>'
)


def sitemaps(door, good):
    doctype = DOCTYPE.format(door=door)
    entry = "<url><loc>{}</loc></url>"
    return {
        "/bom.xml.gz": whole(traps.zeros(300), kind="application/x-gzip"),
        "/diep.xml.gz": whole(traps.nested_zeros(100), kind="application/x-gzip"),
        "/lachen.xml": whole(f"{doctype}<urlset>{entry.format('&l9;')}</urlset>", kind=XML),
        "/lezen.xml": whole(f"{doctype}<urlset>{entry.format('&f;')}</urlset>", kind=XML),
        "/halen.xml": whole(f"{doctype}<urlset>{entry.format('&u;')}</urlset>", kind=XML),
        "/lang.xml": whole(f"<urlset>{entry.format(f'{good}/' + 'a' * 3_000_000)}</urlset>", kind=XML),
        "/nest.xml": whole("<urlset>" + "<url>" * 200_000, kind=XML),
        "/veel.xml": whole("<urlset>" + "<x/>" * 1_000_000 + "</urlset>", kind=XML),
        "/eindeloos.xml": traps.endless(b"<url><loc>x</loc></url>", kind=XML),
        "/kring.xml": whole(
            f"<sitemapindex><sitemap><loc>{good.rpartition('/vac')[0]}/kring.xml</loc></sitemap>"
            "</sitemapindex>",
            kind=XML,
        ),
        "/goed.xml": whole(sitemap([f"{good}-{n}" for n in range(3)]), kind=XML),
    }  # fmt: skip


RSS = (
    '<rss version="2.0"><channel><title>De Wilg &l5;</title><item><title>Kok &f;&u;&l9;</title>'
    "<link>{site}/jobs/1-kok</link><description>&lt;p&gt;Je kookt.&lt;/p&gt;</description>"
    "</item></channel></rss>"
)
PERSONIO = (
    "<workzag-jobs><position><id>1</id><name>Kok &f;&u;&l9;</name><office>Zwolle</office>"
    "<jobDescriptions><jobDescription><name>Taken</name><value>Je kookt.</value>"
    "</jobDescription></jobDescriptions></position></workzag-jobs>"
)

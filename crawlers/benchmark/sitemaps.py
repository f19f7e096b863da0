"""Where the generated site tells robots what there is."""

from collections.abc import Iterable
from datetime import date

Entry = tuple[str, date]  # an address and the day it last changed
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: Iterable[Entry], *, index: bool = False) -> bytes:
    """A sitemap, or an index of sitemaps, with the day each last changed."""
    kind, entry = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    entries = "".join(
        f"<{entry}><loc>{url}</loc><lastmod>{day.isoformat()}</lastmod></{entry}>\n"
        for url, day in addresses
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="{SPACE}">\n'
        f"{entries}</{kind}>\n"
    ).encode()


def robots(origin: str) -> bytes:
    """Everything but searching, and where the sitemap is."""
    return f"User-agent: *\nDisallow: /zoeken\nSitemap: {origin}/sitemap.xml\n".encode()

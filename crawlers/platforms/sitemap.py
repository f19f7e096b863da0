"""Sitemaps and their indexes, read as a stream and never further than our limits."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

LARGEST = 64 * 1024 * 1024
MOST_ADDRESSES = 50_000
GZIP_MAGIC = b"\x1f\x8b"


class NotASitemapError(ValueError):
    """The answer is no sitemap."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Addresses of pages, or of further sitemaps when it is an index."""

    addresses: tuple[str, ...]
    is_index: bool
    cut: bool


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap, packed or not; NotASitemapError for anything else."""
    addresses: list[str] = []
    kinds: set[str] = set()
    cut = False
    try:
        for kind, address in _entries(unpacked(body)):
            kinds.add(kind)
            if len(addresses) >= MOST_ADDRESSES:
                cut = True
                break
            if address:
                addresses.append(address)
    except etree.XMLSyntaxError as broken:
        # A sitemap cut off halfway is worth what came before, but it is not whole.
        if not addresses:
            raise NotASitemapError(str(broken)) from broken
        cut = True
    if not kinds & {"urlset", "sitemapindex"}:
        raise NotASitemapError("no urlset and no sitemapindex")
    return Sitemap(tuple(dict.fromkeys(addresses)), "sitemapindex" in kinds, cut)


def unpacked(body: bytes) -> bytes:
    """Undo gzip, up to our limit: a bomb is cut off."""
    if not body.startswith(GZIP_MAGIC):
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            return packed.read(LARGEST)
    except (OSError, EOFError, zlib.error) as broken:
        raise NotASitemapError(str(broken)) from broken


def _entries(body: bytes) -> Iterator[tuple[str, str | None]]:
    """The root's kind first, then every address."""
    stream = etree.iterparse(
        io.BytesIO(body),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
    )
    root = None
    for event, element in stream:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if root is None:
            root = name
            yield name, None
        elif event == "end" and name in {"url", "sitemap"}:
            yield root, _address(element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _address(element: etree._Element) -> str | None:
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname == "loc":
            return (child.text or "").strip() or None
    return None

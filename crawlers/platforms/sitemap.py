"""Sitemaps and their indexes, read as a stream and never further than our limits."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

LARGEST = 52_428_800  # bytes unpacked; sitemaps.org allows no more
MOST_ADDRESSES = 50_000
LONGEST_ADDRESS = 2_000
PIECE = 65_536
BEFORE_XML = b"\xef\xbb\xbf \t\r\n"  # a mark and blanks that some sites put there
GZIP_MAGIC = b"\x1f\x8b"


class NotASitemapError(ValueError):
    """The answer is no sitemap."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Addresses of pages, or of further sitemaps when it is an index.

    `entries` are address and lastmod as printed, each address once. `cut` tells that
    the sitemap was broken or longer than our limits.
    """

    entries: tuple[tuple[str, str | None], ...]
    is_index: bool
    cut: bool

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses alone."""
        return tuple(address for address, _ in self.entries)


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap, packed or not; NotASitemapError for anything else."""
    found = _Found()
    stream = _Bounded(_opened(body))
    try:
        for kind, address, lastmod in _entries(stream):
            if not found.takes(kind, address, lastmod):
                break
    except (etree.XMLSyntaxError, OSError, EOFError, zlib.error) as broken:
        # A sitemap cut off halfway is worth what came before, but it is not whole.
        if not found.lastmods:
            raise NotASitemapError(str(broken)[:200]) from broken
        found.cut = True
    if found.root not in {"urlset", "sitemapindex"}:
        raise NotASitemapError("no urlset and no sitemapindex")
    return Sitemap(
        entries=tuple(found.lastmods.items()),
        is_index=found.root == "sitemapindex",
        cut=found.cut or stream.cut,
    )


class _Found:
    """What was read so far."""

    def __init__(self) -> None:
        self.root = ""
        self.cut = False
        self.lastmods: dict[str, str | None] = {}

    def takes(self, kind: str, address: str | None, lastmod: str | None) -> bool:
        """Note an entry; False when it is one too many."""
        self.root = self.root or kind
        if address is None:
            return True
        if len(self.lastmods) >= MOST_ADDRESSES:
            self.cut = True
            return False
        if len(address) > LONGEST_ADDRESS:
            self.cut = True
        else:
            self.lastmods.setdefault(address, lastmod)
        return True


class _Bounded(io.RawIOBase):
    """A stream that ends at our limit, so that a bomb never goes off."""

    def __init__(self, inner: io.BufferedIOBase) -> None:
        super().__init__()
        self._inner = inner
        self._left = LARGEST
        self.cut = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """At most a piece at a time, and nothing beyond the limit."""
        wanted = PIECE if size < 0 else min(size, PIECE)
        piece = self._inner.read(min(wanted, self._left))
        if self._left == LARGEST:
            piece = piece.lstrip(BEFORE_XML) or piece
        self._left -= len(piece)
        if not self._left and self._inner.read(1):
            self.cut = True
        return piece


def _opened(body: bytes) -> io.BufferedIOBase:
    if not body.startswith(GZIP_MAGIC):
        return io.BytesIO(body)
    return gzip.GzipFile(fileobj=io.BytesIO(body))


def _entries(stream: _Bounded) -> Iterator[tuple[str, str | None, str | None]]:
    """The root's kind first, then every address and when it was last changed."""
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
    )
    root = None
    for event, element in events:
        name = _name(element)
        if root is None:
            root = name
            yield name, None, None
        elif event == "end" and name in {"url", "sitemap"}:
            yield root, _text(element, "loc"), _text(element, "lastmod")
        if event == "end" and name not in {"loc", "lastmod"}:
            _forget(element)


def _forget(element: etree._Element) -> None:
    """Memory stays flat: what was read is thrown away, also from below the root."""
    element.clear()
    parent = element.getparent()
    if parent is not None and parent.getparent() is None:
        del parent[:]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: etree._Element, wanted: str) -> str | None:
    for child in element:
        if _name(child) == wanted:
            return (child.text or "").strip() or None
    return None

"""Sitemaps and their indexes, read as a stream and never further than our limits."""

import gzip
import io
import zlib
from dataclasses import dataclass

from lxml import etree

LARGEST = 52_428_800  # bytes unpacked; sitemaps.org allows no more
MOST_ADDRESSES = 50_000  # likewise
MOST_TAGS = 2_000_000  # of all kinds; pictures and translations stand among them
LONGEST_ADDRESS = 2_000
DEEPEST = 50
PIECE = 65_536
BEFORE_XML = b"\xef\xbb\xbf \t\r\n"  # a mark and blanks that some sites put there
GZIP_MAGIC = b"\x1f\x8b"
ROOTS = {"urlset", "sitemapindex"}


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
    found = _Entries()
    parser = etree.XMLParser(
        target=found, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        _feed(parser, body, found)
    except (etree.XMLSyntaxError, OSError, EOFError, zlib.error) as broken:
        # A sitemap cut off halfway is worth what came before, but it is not whole.
        if not found.lastmods:
            raise NotASitemapError(str(broken)[:200]) from broken
        found.cut = True
    if found.root not in ROOTS:
        raise NotASitemapError("no urlset and no sitemapindex")
    return Sitemap(
        entries=tuple(found.lastmods.items()),
        is_index=found.root == "sitemapindex",
        cut=found.cut,
    )


def _feed(parser: etree.XMLParser, body: bytes, found: "_Entries") -> None:
    """Piece by piece up to our limits: a bomb never goes off."""
    packed = body.startswith(GZIP_MAGIC)
    stream = gzip.GzipFile(fileobj=io.BytesIO(body)) if packed else io.BytesIO(body)
    left = LARGEST
    piece = stream.read(PIECE).lstrip(BEFORE_XML)
    while piece and left > 0 and not found.is_full:
        parser.feed(piece[:left])
        left -= len(piece)
        piece = stream.read(PIECE)
    if piece:
        found.cut = True
    else:
        parser.close()


class _Entries:
    """Hears the parser out, and keeps nothing but addresses and their days."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.cut = False
        self.is_full = False
        self.lastmods: dict[str, str | None] = {}
        self._tags = 0
        self._count = 0
        self._path: list[str] = []
        self._entry: dict[str, str] = {}
        self._words: list[str] = []

    def doctype(self, *_names: str | None) -> None:
        """No sitemap has one; what can define entities is refused as a whole."""
        self.root = "doctype"
        self.is_full = True

    def start(self, tag: str, _attributes: object) -> None:
        """A tag opens; namespaces are looked past."""
        name = tag.rpartition("}")[2]
        self.root = self.root or name
        self._path.append(name)
        self._words.clear()
        self._tags += 1
        if self._tags > MOST_TAGS or len(self._path) > DEEPEST:
            self.is_full = self.cut = True

    def data(self, text: str) -> None:
        """Words between tags; only those of an entry's own parts count."""
        if len(self._path) == 3:  # root, entry and its part
            self._words.append(text)

    def end(self, _tag: str) -> None:
        """A tag closes; with it perhaps an entry."""
        name = self._path.pop()
        if len(self._path) == 2 and name in {"loc", "lastmod"}:
            self._entry.setdefault(name, "".join(self._words).strip())
        elif len(self._path) == 1 and name in {"url", "sitemap"}:
            self._keep(self._entry)
            self._entry = {}

    def close(self) -> None:
        """The end of it."""

    def _keep(self, entry: dict[str, str]) -> None:
        self._count += 1
        address = entry.get("loc")
        if not address or self.is_full:
            return
        if self._count > MOST_ADDRESSES:
            self.is_full = self.cut = True
        elif len(address) > LONGEST_ADDRESS:
            self.cut = True
        else:
            self.lastmods.setdefault(address, entry.get("lastmod") or None)

"""RSS and Atom to entries, by feedparser, without what it would choke on."""

import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser
from lxml import etree

from crawlers.platforms.safe_xml import Element, local_name, read_xml

ROOTS = ("rss", "feed", "RDF")
ENTRIES = {"item", "entry"}
MOST_ENTRIES = 1_000
MOST_PARTS = 60  # of one entry
# All that we ask of an entry. Authors are people, and none of ours; feedparser needs
# minutes for a made-up one of a million letters.
PARTS = {
    "title", "link", "guid", "id", "description", "summary", "content", "encoded",
    "pubDate", "published", "updated", "date", "issued", "modified",
    "jobId", "location", "minimumSalary", "maximumSalary", "salaryCurrency",
    "salaryInterval", "advertiseToDateTimeUTC", "examplesofduties", "qualifications",
    "supplementalinformation", "employer", "expiration_date", "job_type", "company",
}  # fmt: skip
ATTRIBUTES = {"href", "rel", "type", "mode", "isPermaLink"}
NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
IN_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}
Entry = Mapping[str, Any]


def entries_of(body: bytes) -> tuple[list[Entry], str, bool]:
    """The entries, the name of the site, and whether the feed was whole.

    Raises UnexpectedAnswerError for what is no feed.
    """
    document = read_xml(NAMED.sub(_as_number, body), *ROOTS, what="feed")
    entries = list(_entries(document.root))
    name = _name(document.root)
    bare = _with_entries(document.root, entries[:MOST_ENTRIES])
    # A stream, never a string: of a string it would fetch or open what it names.
    feed = feedparser.parse(
        io.BytesIO(bare), sanitize_html=False, resolve_relative_uris=False
    )
    whole = document.whole and len(entries) <= MOST_ENTRIES
    # Plain objects: feedparser's own give `published` for a missing `updated`.
    return [dict(entry) for entry in feed.entries], name, whole


def _as_number(found: re.Match[bytes]) -> bytes:
    """`&nbsp;` and its kind, which XML does not know, as a number."""
    if found[1] in IN_XML:
        return found[0]
    letters = html.unescape(found[0].decode("ascii"))
    if letters.startswith("&"):
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")


def _entries(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if local_name(element) in ENTRIES:
            yield element


def _name(root: Element) -> str:
    """The title of the channel, which stands before or behind its entries."""
    channels = [root, *(e for e in root if local_name(e) == "channel")]
    titles = (e for channel in channels for e in channel if local_name(e) == "title")
    return next(("".join(title.itertext())[:300] for title in titles), "")


def _with_entries(root: Element, entries: list[Element]) -> bytes:
    """The same kind of feed with these entries, and of those only what we ask."""
    for entry in entries:
        kept = [part for part in entry if local_name(part) in PARTS][:MOST_PARTS]
        entry[:] = kept
        for part in (entry, *kept):
            _strip(part)
    if local_name(root) == "rss":
        root[:] = [etree.Element("channel")]
        root[0][:] = entries
    else:
        root[:] = entries
    return bytes(etree.tostring(root, encoding="utf-8"))


def _strip(element: Element) -> None:
    for name in list(element.attrib):
        if name not in ATTRIBUTES:
            del element.attrib[name]

"""XML from outside: no entities, no DTD, no network, no depth without end."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from crawlers.platforms.base import UnexpectedAnswerError

LEADING = re.compile(rb"^(?:\xef\xbb\xbf|\s)+")
Element = Any  # lxml's, untyped


@dataclass(frozen=True, slots=True)
class Document:
    """A tree; `whole` is False when something in it was broken or cut off."""

    root: Element
    whole: bool


def read_xml(body: bytes, *roots: str, what: str) -> Document:
    """The document, when its root is one of `roots` (names without a namespace).

    What is broken halfway is used as far as it goes. Raises UnexpectedAnswerError,
    with `what` it should have been, for anything else: HTML, JSON, nothing.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(LEADING.sub(b"", body), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise UnexpectedAnswerError(f"geen {what}") from broken
    if root is None or local_name(root) not in roots:
        raise UnexpectedAnswerError(f"geen {what}")
    return Document(root, whole=len(parser.error_log) == 0)


def is_xml(body: bytes, *roots: str) -> bool:
    """Whether the answer begins as XML with one of these roots."""
    start = body[:2000]
    found = re.search(rb"<(?![?!])(?:[\w-]+:)?([\w-]+)", start)
    return found is not None and found.group(1).decode("ascii", "replace") in roots


def local_name(element: Element) -> str:
    """The tag without its namespace or prefix."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def child_text(element: Element, name: str) -> str | None:
    """The text of the first child with this name, in whatever namespace."""
    for child in element:
        if local_name(child) == name:
            return "".join(child.itertext()).strip() or None
    return None

"""Tags with attributes by the thousand, made bare before a tree is made of the page.

libxml2 compares each attribute with all before it: one tag of a megabyte takes it two
minutes (measured: 90,000 attributes, 112 seconds).
"""

import re

LONG = re.compile(r"<[^<]{5000,}")  # without one a page cannot hold a crowd
MOST_ATTRIBUTES = 300
IN_TAG = r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+'|[\"'])*+"
PIECE = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+"
    rf"|<(?P<raw>script|style)\b(?P<head>{IN_TAG})>(?P<body>(?:[^<]++|<(?!/))*+)"
    rf"|<(?P<name>[a-z][^\s/>\"'=]{{0,60}})(?P<attributes>{IN_TAG})",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")


def without_crowds(text: str) -> str:
    """The page with every crowded tag bare; all other pages as they are."""
    return PIECE.sub(_bare_if_crowded, text) if LONG.search(text) else text


def _bare_if_crowded(found: re.Match[str]) -> str:
    if found["raw"] and _is_crowded(found["head"]):
        return f"<{found['raw']}>{found['body']}"
    if found["name"] and _is_crowded(found["attributes"]):
        return f"<{found['name']}"
    return found[0]


def _is_crowded(attributes: str) -> bool:
    """Whether there are too many names; what stands between quotes is no name."""
    if len(attributes) < 2 * MOST_ATTRIBUTES:
        return False
    return len(re.split(r"[\s/=]+", QUOTED.sub(" ", attributes))) > MOST_ATTRIBUTES

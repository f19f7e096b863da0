"""What a page shows of the board behind it: links, and the marks of its builder."""

import re
from collections import Counter
from dataclasses import dataclass

from crawlers.pages.page import Page
from crawlers.platforms.base import CareerPlatform, origin_of
from crawlers.platforms.known import PLATFORMS
from schemas.source import Platform

LOOKED_AT = 400_000  # letters of the page
MOST_ADDRESSES = 2_000
PIECE = r"[^\s\"'<>\\()]"
# Also as scripts print it: `https:\/\/host\/path`.
ADDRESS = re.compile(
    rf"https?:(?:\\?/){{2}}{PIECE}{{4,300}}(?:\\/{PIECE}{{1,100}}){{0,8}}"
)
# Marks of builders that also serve boards on the employer's own host.
BUILDERS: tuple[tuple[Platform, re.Pattern[str]], ...] = (
    ("teamtailor", re.compile(r"teamtailor", re.IGNORECASE)),
    ("recruitee", re.compile(r"recruitee|tellent", re.IGNORECASE)),
    ("phenom", re.compile(r"phenompeople|phApp\.ddo", re.IGNORECASE)),
    ("successfactors", re.compile(r"successfactors|jobs2web|rmkcdn", re.IGNORECASE)),
    ("jobylon", re.compile(r"cdn\.jobylon\.com/jobs/companies", re.IGNORECASE)),
    ("pinpoint", re.compile(r"pinpointhq", re.IGNORECASE)),
    ("personio", re.compile(r"personio\.(?:de|com)", re.IGNORECASE)),
)
BY_PAGE = frozenset(
    {"jobylon", "phenom"}
)  # the page itself is the source, not its host


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A board that may be there: its platform, and the address of the source."""

    platform: CareerPlatform
    url: str


def board_at(url: str) -> Board | None:
    """The board that an address alone gives away, on the host of its platform."""
    for platform in PLATFORMS:
        if board := platform.board_of(url):
            return Board(platform=platform, url=board)
    return None


def boards_linked(page: Page) -> list[Board]:
    """The boards that a page links to or loads, the one named most often first."""
    found = ADDRESS.findall(page.text[:LOOKED_AT])[:MOST_ADDRESSES]
    boards = {url: board_at(url.replace("\\/", "/")) for url in dict.fromkeys(found)}
    counts = Counter(
        (board.platform.name, board.url) for url in found if (board := boards[url])
    )
    known = {(b.platform.name, b.url): b for b in boards.values() if b}
    return [known[key] for key, _ in counts.most_common()]


def boards_built(page: Page) -> list[Board]:
    """The platforms whose builder left its mark on the page, at this very host."""
    text = page.text[:LOOKED_AT]
    platforms = {platform.name: platform for platform in PLATFORMS}
    return [
        Board(
            platform=platforms[name],
            url=page.url if name in BY_PAGE else origin_of(page.url),
        )
        for name, mark in BUILDERS
        if name in platforms and mark.search(text)
    ]

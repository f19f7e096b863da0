"""How a site says "gone" without saying 404: its page for nonsense, and redirects."""

import hashlib
import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from crawlers.collecting.fetched import GONE, NOT_FOUND, OK, Fetched
from crawlers.pages.body import headings, main_text
from crawlers.pages.page import NotAPageError, Page, tree_of

LEARN_EVERY = timedelta(days=7)
INSTRUCTIVE = {OK, NOT_FOUND, GONE}  # an error or a refusal teaches nothing
FAN_IN = 3  # so many addresses that end on one page are no pages of their own
NONSENSE = "bestaat-niet"
FRONT = ("", "")  # the page of a site without path or query


def nonsense_address(url: str, number: int) -> str | None:
    """An address beside `url` that cannot exist; None where there is no room."""
    parts = urlsplit(url)
    above, _, last = parts.path.rstrip("/").rpartition("/")
    if not last:
        return None
    made = f"{above}/{NONSENSE}-{number}"
    return urlunsplit(parts._replace(path=made, query="", fragment=""))


def is_due(learned_at: datetime | None, now: datetime) -> bool:
    """Whether a host's lesson is to be learnt again."""
    return learned_at is None or learned_at < now - LEARN_EVERY


def lesson_of(fetched: Fetched) -> bytes | None:
    """The mark of a page for nonsense that answers 200; None for an honest refusal."""
    if fetched.status != OK or fetched.url != fetched.asked:
        return None
    return mark_of(fetched)


def mark_of(fetched: Fetched) -> bytes | None:
    """What the page says, without numbers and its own address; None if nothing."""
    page = Page(source="", url=fetched.url, text=fetched.text)
    try:
        tree = tree_of(page)
    except NotAPageError:
        return None
    words = "\n".join([*headings(tree), main_text(tree)])
    last = urlsplit(fetched.asked).path.rstrip("/").rsplit("/", 1)[-1]
    words = re.sub(r"[\d\W_]+", " ", words.replace(last, "").lower()).strip()
    return hashlib.sha256(words.encode()).digest() if words else None


class Redirects:
    """Where the addresses of one run ended up."""

    def __init__(self, start: str) -> None:
        self._ends: dict[str, set[str]] = {}
        self._start = _place(start)

    def leads_away(self, fetched: Fetched) -> bool:
        """Whether the address only leads to a list, the front page or where all go."""
        if fetched.url == fetched.asked or fetched.status >= NOT_FOUND:
            return False
        asked, end = _place(fetched.asked), _place(fetched.url)
        if asked == end:
            return False
        came = self._ends.setdefault(fetched.url, set())
        came.add(fetched.asked)
        above = asked[0] != end[0] and f"{asked[0]}/".startswith(f"{end[0]}/")
        return above or end in {self._start, FRONT} or len(came) >= FAN_IN


def _place(url: str) -> tuple[str, str]:
    """Path and query: the scheme, `www.` and a slash at the end make no other page."""
    parts = urlsplit(url)
    return parts.path.rstrip("/"), parts.query

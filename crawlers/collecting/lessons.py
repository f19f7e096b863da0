"""How a site says "gone" without saying 404: its page for nonsense, and redirects."""

import hashlib
import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from crawlers.collecting.fetched import NOT_FOUND, Fetched
from crawlers.pages.body import headings, main_text
from crawlers.pages.page import NotAPageError, Page, tree_of

LEARN_EVERY = timedelta(days=7)
FAN_IN = 3  # so many addresses that end on one page are no pages of their own
NONSENSE = "bestaat-niet"


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
    if fetched.status >= 300 or fetched.url != fetched.asked:
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
        self._start = urlsplit(start).path.rstrip("/")

    def leads_away(self, fetched: Fetched) -> bool:
        """Whether the address only leads to a list, the front page or where all go."""
        if fetched.url == fetched.asked or fetched.status >= NOT_FOUND:
            return False
        asked, end = urlsplit(fetched.asked), urlsplit(fetched.url)
        path = end.path.rstrip("/")
        came = self._ends.setdefault(fetched.url, set())
        came.add(fetched.asked)
        above = asked.path.startswith(f"{path}/") and path != asked.path.rstrip("/")
        return above or path == self._start or len(came) >= FAN_IN

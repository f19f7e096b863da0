"""How much a site may fail or refuse before it is left alone."""

from crawlers.collecting.fetched import Trouble
from schemas.tables.pages import PageState

MOST_FAILURES = 10  # in a row
MOST_REFUSALS = 3  # of single pages, in a row


class Patience:
    """Counts what went wrong in a row; the trouble when it has been enough."""

    def __init__(self) -> None:
        self._failures = self._refusals = 0

    def answered(self) -> None:
        """The site gave an answer that can be used."""
        self._failures = self._refusals = 0

    def failed(self, before: PageState | None, why: Trouble) -> Trouble | None:
        """A page failed; one that failed before says nothing new about the site."""
        if why.status == "blocked":
            return self.refused(why.error)
        self._failures += not (before and before.failures)
        if self._failures < MOST_FAILURES:
            return None
        error = f"{MOST_FAILURES} pagina's achter elkaar mislukt: {why.error}"
        return Trouble("failed", error)

    def refused(self, why: str) -> Trouble | None:
        """One page refused us: that is a page that fails; more are the site."""
        self._refusals += 1
        return Trouble("blocked", why) if self._refusals >= MOST_REFUSALS else None

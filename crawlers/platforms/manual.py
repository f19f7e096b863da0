"""Vacancies added by hand: there is no list, only the pages themselves."""

from crawlers.pages.jobposting import read_postings
from crawlers.pages.page import without_tracking
from crawlers.platforms.base import Answer, CareerPlatform, Reading, Visit
from crawlers.platforms.posting_parts import known_by
from schemas.source import Source


class Manual(CareerPlatform):
    """Each page is looked at now and then; a pasted text has none."""

    name = "manual"
    lists_everything = False

    def first(self, source: Source) -> Visit | None:  # noqa: ARG002
        """There is no list to start from."""
        return None

    def read(self, answer: Answer, visit: Visit) -> Reading:  # noqa: ARG002 - one kind
        """The vacancies of one page.

        Of all sites together only the address is an identity, not a site's number.
        """
        found = read_postings(answer.page)
        address = without_tracking(found[0].url) if found else None
        return Reading(postings=known_by(address, found))

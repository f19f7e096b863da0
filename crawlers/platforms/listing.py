"""A list of vacancies as people see it, read for its links or for what it holds."""

from dataclasses import replace

from crawlers.pages.builders.in_state import addresses_in_state
from crawlers.pages.builders.state import state_of
from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.jobposting_fields import mark
from crawlers.pages.page import Look, NotAPageError, Page
from crawlers.pages.plain_text import plain_text
from crawlers.platforms.base import (
    Answer,
    Reading,
    UnexpectedAnswerError,
    Visit,
    same_site,
)
from crawlers.platforms.feed import feed_of, read_feed
from crawlers.platforms.feed_entries import ROOTS
from crawlers.platforms.links import link_on, look_at
from crawlers.platforms.list_pages import has_button_for_more, next_page, printed_total
from crawlers.platforms.safe_xml import is_xml
from crawlers.platforms.vacancy_links import is_like_a_vacancy, vacancy_addresses
from schemas.vacancy import Posting

MOST_PAGES = 50
MOST_LINKS = 500
WHOLE_ADVERT = 400  # letters; less is a card that links to the advert


def read_listing(answer: Answer, visit: Visit) -> Reading:
    """Vacancies that stand whole on the page, or the pages it links to, and onward.

    A page without a single vacancy may name a feed: that holds the newest only, so
    the reading is cut.
    """
    page = answer.page
    if is_xml(answer.body, *ROOTS):
        return _links_of_feed(answer)
    postings = _postings(page)
    if postings and all(_is_whole(posting) for posting in postings):
        return Reading(postings=postings, announced=len(postings))
    look = look_at(page)
    if links := _links(look):
        return _onward(links, look, visit)
    if postings:
        return Reading(postings=postings, announced=len(postings))
    if state_of(page.text):
        raise UnexpectedAnswerError("JSON waar een lijst van vacatures hoort")
    feed = feed_of(look, of_vacancies=True)
    visits = (Visit(url=feed, kind="listing", depth=MOST_PAGES),) if feed else ()
    return Reading(visits=visits, total=printed_total(look.tree))


def _postings(page: Page) -> tuple[Posting, ...]:
    try:
        return tuple(read_postings(page))
    except (NoPostingError, NotAPageError):
        return ()


def _is_whole(posting: Posting) -> bool:
    return len(plain_text(posting.description)) >= WHOLE_ADVERT


def _links(look: Look) -> list[str]:
    """Links that look like a vacancy, else addresses in the page's own data."""
    hrefs = (link_on(look, str(href)) for href in look.tree.xpath("//a/@href"))
    printed = [url for url in hrefs if is_like_a_vacancy(url)]
    found = vacancy_addresses(printed or addresses_in_state(look.page, look.tree))
    own = look.page.url
    return [url for url in found if same_site(own, url) and url != own]


def _onward(links: list[str], look: Look, visit: Visit) -> Reading:
    """The links of this page, unless it is the page before once more."""
    same = mark("\n".join(links))
    if same == visit.after:
        return Reading()
    following = next_page(look, number=visit.depth + 1)
    more = visit.depth + 1 < MOST_PAGES
    reading = Reading(
        visits=tuple(Visit(url=url, kind="detail") for url in links[:MOST_LINKS]),
        announced=len(links[:MOST_LINKS]),
        total=printed_total(look.tree),
        cut=len(links) > MOST_LINKS
        or (following is not None and not more)
        or (following is None and has_button_for_more(look.tree)),
    )
    if following is None or not more:
        return reading
    after = Visit(url=following, kind="listing", depth=visit.depth + 1, after=same)
    return replace(reading, visits=(*reading.visits, after))


def _links_of_feed(answer: Answer) -> Reading:
    """What the feed names, each from its own page; there may be more than it names."""
    found = read_feed(answer)
    pages = [*(p.url for p in found.postings), *(v.url for v in found.visits)]
    return Reading(
        visits=tuple(Visit(url=url, kind="detail") for url in dict.fromkeys(pages)),
        announced=len(pages),
        cut=True,
    )

"""Any site with an RSS or Atom feed of its newest vacancies."""

import re
from urllib.parse import urlsplit

from crawlers.pages.identity import bare_path, key_in_address
from crawlers.pages.jobposting import read_postings
from crawlers.pages.jobposting_fields import short, words
from crawlers.pages.page import Look, NotAPageError, Page
from crawlers.pages.plain_text import plain_text
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    same_site,
)
from crawlers.platforms.feed_entries import ROOTS, Entry, entries_of
from crawlers.platforms.links import link_on
from crawlers.platforms.place_words import how_in, places_in
from crawlers.platforms.posting_parts import known_by, sections, web_address
from crawlers.platforms.safe_xml import is_xml
from schemas.source import Source
from schemas.vacancy import Origin, Posting

FEED_LINK = (
    "//link[contains(concat(' ',@rel,' '),' alternate ')]"
    "[@type='application/rss+xml' or @type='application/atom+xml']/@href"
)
ABOUT_JOBS = re.compile(r"vacat|vacanc|job|career|functie|opdracht", re.IGNORECASE)
COMMENTS = re.compile(r"/comments?[/.]", re.IGNORECASE)
MOST_FEEDS = 20
WHOLE_ADVERT = 400  # letters; a shorter text is a teaser
# What feeds of vacancies say beside RSS, as feedparser writes the names: NEOGOV's
# joblisting, Google's g, WP Job Manager's job_listing.
PREFIXES = ("joblisting_", "g_", "job_listing_")
NEOGOV = "joblisting_jobid"  # with it the advert is in the feed, in parts
PARTS = ("examplesofduties", "qualifications", "supplementalinformation")
# `Sun, 20 Sep 2026 04:59:00:0`, under a name that says that it is UTC
UTC_WITHOUT_ZONE = re.compile(r"(\d\d:\d\d:\d\d)(?::\d{1,3})?$")


class Feed(CareerPlatform):
    """A feed names only the newest: absence from it proves nothing.

    A vacancy whose text is not whole in the feed is read from its own page.
    """

    name = "feed"
    lists_everything = False

    def first(self, source: Source) -> Visit:
        """The feed, or a page that says where it is."""
        return Visit(url=source.url, kind="listing")

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """The feed; the page that links to it; or the page of one vacancy."""
        if visit.kind == "detail":
            return _read_page(answer.page)
        if is_xml(answer.body, *ROOTS):
            return read_feed(answer)
        address = feed_of(Look(answer.page))
        if visit.depth or not address:
            raise UnexpectedAnswerError("geen feed")
        return Reading(visits=(Visit(url=address, kind="listing", depth=1),))


def _read_page(page: Page) -> Reading:
    """One vacancy; the number in its address is its key, as it is in the feed."""
    return Reading(postings=known_by(key_in_address(page.url), read_postings(page)))


def feed_of(look: Look, *, of_vacancies: bool = False) -> str | None:
    """The feed that a page says it has: the one about vacancies, if it has several.

    With `of_vacancies` none that is not named after them, such as that of the news.
    """
    try:
        links = look.tree.xpath(FEED_LINK)
    except NotAPageError:
        return None
    named = (link_on(look, str(link)) for link in links[:MOST_FEEDS])
    ours = [u for u in named if same_site(look.page.url, u) and not COMMENTS.search(u)]
    about = [url for url in ours if ABOUT_JOBS.search(urlsplit(url).path)]
    return next(iter(about if of_vacancies else about + ours), None)


def read_feed(answer: Answer) -> Reading:
    """Postings of the entries that are whole, visits for the others; each job once."""
    entries, site, whole = entries_of(answer.body)
    changes_told = is_xml(answer.body, "feed")  # only Atom's `updated` means changed
    read: dict[str, Posting | Visit] = {}
    for entry in entries:
        url = web_address(entry.get("link"), answer.page)
        if not url or not same_site(answer.page.url, url):
            continue
        key = short(
            _fact(entry, "jobid", "id") or key_in_address(url) or bare_path(url)
        )
        day = words(entry.get("updated")) if changes_told else None
        page = Visit(url=url, kind="detail", lastmod=day)
        read.setdefault(key, _posting(entry, key, url, answer.page, site) or page)
    return Reading(
        postings=tuple(p for p in read.values() if isinstance(p, Posting)),
        visits=tuple(v for v in read.values() if isinstance(v, Visit)),
        announced=len(read),
        cut=not whole,
    )


def _posting(entry: Entry, key: str, url: str, page: Page, site: str) -> Posting | None:
    """The entry itself; None when it does not hold the whole advert."""
    title, text = words(entry.get("title")), _text(entry)
    if not title or not (entry.get(NEOGOV) or len(plain_text(text)) >= WHOLE_ADVERT):
        return None
    location, kind = _fact(entry, "location"), _fact(entry, "job_type")
    closes = _fact(entry, "advertisetodatetimeutc") or _fact(entry, "expiration_date")
    named = _fact(entry, "employer", "company")
    return Posting(
        source=page.source,
        source_key=key,
        url=url,
        title=title,
        description=text,
        employer=named or (words(site) if entry.get(NEOGOV) else None),
        places=places_in(location),
        remote=how_in(location),
        employment_types=(kind,) if kind else (),
        salary_min=_fact(entry, "minimumsalary"),
        salary_max=_fact(entry, "maximumsalary"),
        salary_unit=_fact(entry, "salaryinterval"),
        currency=_fact(entry, "salarycurrency"),
        date_posted=words(entry.get("published")) or words(entry.get("updated")),
        valid_through=UTC_WITHOUT_ZONE.sub(r"\1 GMT", closes) if closes else None,
        origins={"": Origin(part="feed", path="entry", raw="")},
    )


def _fact(entry: Entry, *names: str) -> str | None:
    printed = (words(entry.get(f"{p}{name}")) for p in PREFIXES for name in names)
    return next(filter(None, printed), None)


def _text(entry: Entry) -> str:
    """The longest text of the entry, and what stands in parts of its own."""
    contents = entry.get("content")
    texts = (
        [
            entry.get("summary"),
            *(part.get("value") for part in contents if isinstance(part, dict)),
        ]
        if isinstance(contents, list)
        else [entry.get("summary")]
    )
    longest = max((t for t in texts if isinstance(t, str)), key=len, default="")
    parts = [entry.get(f"joblisting_{name}") for name in PARTS]
    return sections((None, longest), *((None, part) for part in parts))

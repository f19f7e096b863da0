"""The feed of a SuccessFactors site: RSS with Google's `g:` properties."""

import re

from crawlers.pages.jobposting_fields import words
from crawlers.pages.page import without_tracking
from crawlers.pages.place_line import place_in_line
from crawlers.pages.plain_text import plain_text, unescaped
from crawlers.platforms.base import Answer, Reading, Visit, same_site
from crawlers.platforms.place_words import places_in
from crawlers.platforms.safe_xml import Element, child_text, read_xml
from schemas.vacancy import Origin, Posting

KEY = re.compile(r"/job/(?:[^?#]{1,500}?/)?(\d{4,})/?(?:[?#]|$)")
WHOLE_ADVERT = 400  # letters; a shorter text is a teaser
CODED = re.compile(r"[^()]{2,80}, [A-Z]{2,3}(?:, [\w -]{3,10})?")
# The system's name that some sites print as the employer: `L3HHCM20`, `PMIProd`.
SYSTEM = re.compile(r"(?=\D*\d\D*\d)\w+|\w*(?i:prod|prd)\d?|[a-z]\w*[a-z][PT]\d*")


def read_feed(answer: Answer) -> Reading:
    """The adverts that are whole in the feed; the others from their own pages."""
    document = read_xml(answer.body, "rss", what="feed van SuccessFactors")
    read = [p for item in document.root.iter("item") if (p := _posting(item, answer))]
    once = {posting.source_key: posting for posting in read}
    whole = [p for p in once.values() if len(plain_text(p.description)) >= WHOLE_ADVERT]
    teased = once.keys() - {posting.source_key for posting in whole}
    names = {posting.employer for posting in read}
    return Reading(
        postings=tuple(whole),
        visits=tuple(
            Visit(url=posting.url, kind="detail")
            for key, posting in once.items()
            if key in teased
        ),
        announced=len(once),
        total=len(once),
        cut=not document.whole,
        employer=names.pop() if len(names) == 1 else None,
    )


def company(name: str | None) -> str | None:
    """The employer's name, unless it is that of the system."""
    return None if name and SYSTEM.fullmatch(name) else name


def _posting(item: Element, answer: Answer) -> Posting | None:
    title, link = words(child_text(item, "title")), words(child_text(item, "link"))
    if not title or not link or not same_site(answer.page.url, link):
        return None
    in_link = KEY.search(link)
    key = in_link[1] if in_link else words(child_text(item, "id"))
    if not key:
        return None
    location = words(child_text(item, "location"))
    place = place_in_line(location)
    return Posting(
        source=answer.page.source,
        source_key=key,
        url=without_tracking(link),
        title=_without_place(title, location),
        description=unescaped(child_text(item, "description") or ""),
        employer=company(words(child_text(item, "employer"))),
        places=(place,) if place else places_in(location),
        date_posted=words(child_text(item, "pubDate")),
        valid_through=words(child_text(item, "expiration_date")),
        origins={"": Origin(part="feed", path="rss", raw="")},
    )


def _without_place(title: str, location: str | None) -> str:
    """`Verzorgende (Zwolle, NL)` is a Verzorgende; other brackets stay."""
    head, bracket, tail = title.rpartition(" (")
    inside = tail.removesuffix(")").strip()
    if not bracket or not head.strip() or not tail.endswith(")"):
        return title
    is_place = inside == location or CODED.fullmatch(inside)
    return head.strip() if is_place else title

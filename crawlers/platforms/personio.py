"""Career sites by Personio: one XML answer with every position, text included."""

import re
from urllib.parse import urlsplit

from crawlers.pages.jobposting import read_postings
from crawlers.pages.jobposting_fields import words
from crawlers.pages.plain_text import plain_text
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    Visit,
    at_root,
    origin_of,
)
from crawlers.platforms.posting_parts import known_by, sections
from crawlers.platforms.safe_xml import Element, child_text, local_name, read_xml
from schemas.source import Source
from schemas.vacancy import Origin, Posting, PostingPlace

HOST = re.compile(r"[\w-]+\.jobs\.personio\.(?:de|com)", re.IGNORECASE)
KEY = re.compile(r"/job/(\d+)")
DUTCH, ANY_LANGUAGE = "/xml?language=nl", "/xml"


class Personio(CareerPlatform):
    """`/xml` on `{account}.jobs.personio.de` or `.com`, in Dutch where there is Dutch.

    A position whose text the answer leaves out is read from its own page.
    """

    name = "personio"
    shared_host = "jobs.personio.de"
    twin_host = "jobs.personio.com"

    def board_of(self, url: str) -> str | None:
        """The account's own host."""
        return origin_of(url) if HOST.fullmatch(urlsplit(url).hostname or "") else None

    def first(self, source: Source) -> Visit:
        """The whole board is one answer."""
        plain = Visit(url=at_root(source.url, ANY_LANGUAGE), kind="listing")
        return Visit(url=at_root(source.url, DUTCH), kind="listing", otherwise=(plain,))

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """Every position once, though the answer may name it twice.

        An empty `<workzag-jobs/>` is a board without vacancies, and well.
        """
        if visit.kind == "detail":
            return _read_page(answer)
        document = read_xml(answer.body, "workzag-jobs", what="XML van Personio")
        named = {
            key: element
            for element in document.root.iter("position")
            if (key := words(child_text(element, "id")))
            and words(child_text(element, "name"))
        }
        read = [_posting(element, answer) for element in named.values()]
        whole = [posting for posting in read if plain_text(posting.description)]
        bare = [posting for posting in read if posting not in whole]
        return Reading(
            postings=tuple(whole),
            visits=tuple(Visit(url=p.url, kind="detail") for p in bare),
            announced=len(named),
            total=len(named),
            cut=not document.whole,
            employer=_employer(read),
        )


def _read_page(answer: Answer) -> Reading:
    """One position's own page; the number in its address is the key here too."""
    found = KEY.search(urlsplit(answer.page.url).path)
    key = found.group(1) if found else None
    return Reading(postings=known_by(key, read_postings(answer.page)))


def _posting(element: Element, answer: Answer) -> Posting:
    key = words(child_text(element, "id")) or ""
    kinds = (child_text(element, name) for name in ("employmentType", "schedule"))
    return Posting(
        source=answer.page.source,
        source_key=key,
        url=at_root(answer.page.url, f"/job/{key}"),
        title=words(child_text(element, "name")) or "",
        description=_description(element),
        employer=words(child_text(element, "subcompany")),
        places=tuple(_places(element)),
        employment_types=tuple(kind for printed in kinds if (kind := words(printed))),
        date_posted=words(child_text(element, "createdAt")),
        origins={"": Origin(part="feed", path="position", raw="")},
    )


def _description(element: Element) -> str:
    """Each part of the advert under its own heading."""
    parts = [
        (child_text(part, "name"), child_text(part, "value"))
        for part in element.iter("jobDescription")
    ]
    return sections(*((name, text) for name, text in parts if plain_text(text or "")))


def _places(element: Element) -> list[PostingPlace]:
    """The office, then the other offices where the work may be done."""
    others = [e for e in element if local_name(e) == "additionalOffices"]
    names = [
        child_text(element, "office"),
        *("".join(office.itertext()) for e in others for office in e.iter("office")),
    ]
    told = dict.fromkeys(name for printed in names if (name := words(printed)))
    return [PostingPlace(locality=name) for name in told]


def _employer(postings: list[Posting]) -> str | None:
    """The company's name, where all positions have the same."""
    names = {posting.employer for posting in postings}
    return names.pop() if len(names) == 1 else None

"""Shape `teamtailor`: a paged RSS feed and a JSON Feed, pages for people beside it.

Teamtailor has no fields for hours, salary or closing date: employers write them in
the text, and so does this shape.
"""

from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from demo.market import Advert
from demo.shapes.html import body_html, common_pages, detail, related_to, robots
from demo.shapes.jsonld import Node, in_script, organization, script
from demo.shapes.site import (
    Answer,
    Job,
    Pages,
    Query,
    Site,
    json_answer,
    slug_of,
    xml_answer,
)
from demo.shapes.words import day_in_words, salary_in_words, works_at_home

TT = "https://teamtailor.com/locations"
PER_PAGE = 100

ElementTree.register_namespace("tt", TT)


def pages(site: Site) -> Pages:
    jobs = site.jobs(_path)
    return {
        **common_pages(site, jobs),
        "/robots.txt": robots(site),
        "/jobs": common_pages(site, jobs)["/"],
        "/jobs.rss": lambda query: _rss(site, _part(jobs, query)),
        "/jobs.json": lambda query: _json_feed(site, jobs, query),
        **{job.path: _detail(site, job, jobs) for job in jobs},
    }


def _path(advert: Advert) -> str:
    return f"/jobs/{advert.key}-{slug_of(advert.title)}"


def _number(query: Query, name: str, default: int) -> int:
    value = query.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else default


def _size(query: Query) -> int:
    """As the real one: at most 100 on a page, whatever is asked."""
    return min(max(_number(query, "per_page", PER_PAGE), 1), PER_PAGE)


def _part(jobs: Sequence[Job], query: Query) -> Sequence[Job]:
    start = _number(query, "offset", 0)
    return jobs[start : start + _size(query)]


def described(job: Job) -> str:
    """The text, with the facts that Teamtailor has no field for at its end."""
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in _facts(job))
    summary = f"\n<h3>In het kort:</h3>\n<ul>{facts}</ul>" if facts else ""
    return body_html(job.advert.text) + summary


def _facts(job: Job) -> Iterator[str]:
    advert = job.advert
    if advert.hours and advert.hours not in advert.text:
        yield f"Uren: {advert.hours}"
    if salary := salary_in_words(advert):
        yield f"Salaris: {salary}"
    if advert.education:
        yield f"Opleiding: {advert.education}"
    if job.closes:
        yield f"Reageren kan tot en met {day_in_words(job.closes)}"


def _posting(site: Site, job: Job) -> Node:
    where: Node = {
        "@type": "PostalAddress",
        "streetAddress": None,
        "addressLocality": job.advert.place,
        "postalCode": job.advert.postcode,
        "addressCountry": "NL",
        "addressRegion": None,
    }
    node: Node = {
        "@context": "http://schema.org/",
        "@type": "JobPosting",
        "title": job.advert.title,
        "description": escape(described(job)),
        "identifier": {
            "@type": "PropertyValue",
            "name": site.employer.name,
            "value": int(job.advert.key),
        },
        "datePosted": job.posted_at.isoformat(),
        "hiringOrganization": organization(site),
        "jobLocation": [{"@type": "Place", "address": where}],
    }
    if job.advert.employment:
        node["employmentType"] = job.advert.employment
    return node


def _detail(site: Site, job: Job, jobs: tuple[Job, ...]) -> Answer:
    feed = '<link rel="alternate" type="application/rss+xml" title="Jobs" href='
    published = f'<meta property="article:published_time" content="{job.posted_at}">'
    head = "\n".join(
        [
            f'{feed}"{site.address}/jobs.rss">',
            '<meta name="content-signal" content="search=yes, ai-train=no">',
            published,
            script(in_script(_posting(site, job))),
        ]
    )
    return detail(site, job, head=head, related=related_to(job, jobs))


def _guid(job: Job) -> str:
    return str(uuid5(NAMESPACE_URL, job.url))


def _rss(site: Site, jobs: Sequence[Job]) -> Answer:
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _texts(
        channel,
        {
            "title": site.employer.name,
            "description": "Vacatures",
            "link": f"{site.address}/jobs",
        },
    )
    for job in jobs:
        _item(ElementTree.SubElement(channel, "item"), job)
    return xml_answer(root, kind="application/rss+xml")


def _item(item: ElementTree.Element, job: Job) -> None:
    advert = job.advert
    _texts(
        item,
        {
            "title": advert.title,
            "description": described(job),
            "pubDate": format_datetime(job.posted_at),
            "link": job.url,
            "remoteStatus": "hybrid" if works_at_home(advert) else "none",
            "guid": _guid(job),
        },
    )
    places = ElementTree.SubElement(item, f"{{{TT}}}locations")
    _texts(
        ElementTree.SubElement(places, f"{{{TT}}}location"),
        {
            f"{{{TT}}}name": advert.place,
            f"{{{TT}}}zip": advert.postcode or "",
            f"{{{TT}}}city": advert.place,
            f"{{{TT}}}country": "Netherlands",
        },
    )
    _texts(item, {f"{{{TT}}}department": advert.sector.capitalize()})


def _texts(parent: ElementTree.Element, values: dict[str, str]) -> None:
    for tag, value in values.items():
        ElementTree.SubElement(parent, tag).text = value


def _json_feed(site: Site, jobs: Sequence[Job], query: Query) -> Answer:
    page, size = max(_number(query, "page", 1), 1), _size(query)
    part = jobs[(page - 1) * size : page * size]
    feed: Node = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.employer.name,
        "home_page_url": f"{site.address}/jobs",
        "feed_url": f"{site.address}/jobs.json",
        "items": [_json_item(site, job) for job in part],
    }
    if page * size < len(jobs):
        following = urlencode({"page": page + 1, "per_page": size})
        feed["next_url"] = f"{site.address}/jobs.json?{following}"
    return json_answer(feed, kind="application/feed+json; charset=utf-8")


def _json_item(site: Site, job: Job) -> Node:
    return {
        "id": _guid(job),
        "title": job.advert.title,
        "url": job.url,
        "content_html": described(job),
        "date_published": job.posted_at.isoformat(),
        "_jobposting": _posting(site, job),
    }

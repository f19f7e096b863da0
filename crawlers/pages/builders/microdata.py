"""JobPosting as microdata (`itemprop`), turned into what linked data would say.

SuccessFactors, WP Job Manager and older career sites print it. Two liberties that are
met in practice: parts without an `itemscope` of their own, and a page that has the
properties but names no type at all.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from crawlers.pages.body import headings
from crawlers.pages.builders.printed import meta
from crawlers.pages.ld_json import Json, Node
from crawlers.pages.place_line import place_in_line

TYPE = re.compile(r"schema\.org/JobPosting/?$", re.IGNORECASE)
MARKUP = {"description", "responsibilities", "qualifications", "skills"}
WITHOUT_TYPE = {"description", "datePosted"}  # both there: a posting that says not so
MOST_POSTINGS = 500


def microdata_nodes(tree: html.HtmlElement) -> list[Node]:
    """Every JobPosting written as microdata."""
    typed = [
        found
        for found in tree.xpath("//*[@itemtype]")
        if TYPE.search(str(found.get("itemtype")).strip())
    ]
    jobs = [_item(found) for found in typed[:MOST_POSTINGS]]
    if not typed and (body := tree.find("body")) is not None and _says_itemprop(tree):
        whole = _item(body)
        jobs = [whole] if whole.keys() >= WITHOUT_TYPE else []
    jobs = [job for job in jobs if job]
    if len(jobs) == 1 and not {"title", "name"} & jobs[0].keys():
        jobs[0]["title"] = _heading(tree)
    return [Node(_with_places(job), "as is") for job in jobs]


def _heading(tree: html.HtmlElement) -> str | None:
    return meta(tree, "og:title") or next(filter(None, headings(tree)), None)


def _says_itemprop(tree: html.HtmlElement) -> bool:
    return bool(tree.xpath("boolean(//*[@itemprop='datePosted'])"))


def _item(element: html.HtmlElement) -> Json:
    """The properties below an element; one that comes again becomes a list."""
    found: dict[str, list[Any]] = {}
    for name, value in _properties(element):
        values = found.setdefault(name, [])
        if not values or name not in MARKUP:
            values.append(value)
    return {n: values if len(values) > 1 else values[0] for n, values in found.items()}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _properties(element: html.HtmlElement) -> Iterator[tuple[str, Any]]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        names = str(child.get("itemprop") or "").split()
        if names and names[0] in MARKUP:
            yield names[0], _markup(child)
            yield from _properties(child)
        elif names:
            yield names[0], _value(child)
        elif child.get("itemscope") is None:
            yield from _properties(child)


def _markup(element: html.HtmlElement) -> str:
    if content := element.get("content"):
        return str(content)
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def _value(element: html.HtmlElement) -> str | Json | list[Any]:
    for attribute in ("content", "datetime"):
        if (printed := element.get(attribute)) is not None:
            return str(printed)
    if inner := _item(element):
        return inner
    return str(element.get("href") or "") or " ".join(element.text_content().split())


def _with_places(job: Json) -> Json:
    places = [_place(place) for place in _listed(job.get("jobLocation", []))]
    return {**job, "jobLocation": places}


def _place(place: object) -> object:
    """An address of one line (`Zwolle, NL` as locality or street) in its parts."""
    address = place.get("address", place) if isinstance(place, dict) else place
    if not isinstance(address, dict):
        return {"address": _spread({"addressLocality": address})}
    return {"address": _spread(address)}


def _spread(address: Json) -> Json:
    locality = address.get("addressLocality")
    if isinstance(locality, str) and locality.strip() and "," not in locality:
        return address
    line = locality or (
        "" if address.get("postalCode") else address.get("streetAddress")
    )
    found = place_in_line(line) if isinstance(line, str) else None
    if not found:
        return address
    printed = {
        "addressLocality": found.locality,
        "addressRegion": found.region,
        "addressCountry": found.country,
        "postalCode": found.postcode,
    }
    kept = {k: v for k, v in address.items() if v and k != "addressLocality"}
    return {k: v for k, v in printed.items() if v} | kept

"""The one vacancy of a page, found in the data that the page carries for itself."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

from crawlers.pages.body import headings
from crawlers.pages.builders.printed import canonical_of, meta
from crawlers.pages.builders.state import State, objects_in, state_of, states_in
from crawlers.pages.builders.state_fields import Facts, facts_of
from crawlers.pages.identity import bare_path
from crawlers.pages.jobposting_fields import short
from crawlers.pages.page import Page, address_on, own_address
from schemas.vacancy import Origin, Posting

MOST_VACANCIES = 2_000
SHORTEST_KEY = 3
Named = tuple[Facts, str]  # and the state it stands in


def in_state(page: Page, tree: html.HtmlElement) -> Posting | None:
    """The page's vacancy; None when no object, or more than one, can be it."""
    if (found := _own(page, tree)) is None:
        return None
    facts, name = found
    return _posting(page, tree, facts, name) if facts.text else None


def text_in_state(page: Page, tree: html.HtmlElement) -> str | None:
    """The advert's text, as HTML, where linked data only teases."""
    found = _own(page, tree)
    return found[0].text or None if found else None


def addresses_in_state(page: Page, tree: html.HtmlElement) -> list[str]:
    """Where the vacancies of a list have their pages, as far as the data says."""
    found = (facts.said.get("url") for facts, _ in _all(page, tree))
    return list(dict.fromkeys(address_on(page, url) for url in found if url))


def vacancies_in_state(page: Page, tree: html.HtmlElement) -> list[Facts]:
    """All vacancies that the page's own data speaks of, with or without a text."""
    return [facts for facts, _ in _all(page, tree)]


def _all(page: Page, tree: html.HtmlElement) -> Iterator[Named]:
    alone = state_of(page.text)
    states: Iterator[State] = iter([alone]) if alone else states_in(tree)
    count = 0
    for state in states:
        for found in objects_in(state):
            if facts := facts_of(found):
                yield facts, state.name
                count += 1
                if count >= MOST_VACANCIES:
                    return


def _own(page: Page, tree: html.HtmlElement) -> Named | None:
    """Of all vacancies the one of this page, never a guess.

    It has the page's number or slug in the address, or else the page's heading. When
    several different ones do, it is none.
    """
    everything = list(_all(page, tree))
    by_address = [named for named in everything if _in_address(named[0], page.url)]
    titles = set(_titles(tree))
    by_heading = [n for n in everything if _same_words(n[0].title) in titles]
    both = [named for named in by_address if named in by_heading]
    for chosen in (both, by_address, by_heading):
        if chosen:
            return _richest(chosen)
    whole = len(everything) == 1 and state_of(page.text) is not None
    return everything[0] if whole else None


def _richest(chosen: list[Named]) -> Named | None:
    """The fullest of several copies of one vacancy; None when they are different."""
    keys = {facts.said["key"] for facts, _ in chosen if "key" in facts.said}
    titles = {_same_words(facts.title) for facts, _ in chosen}
    if len(keys) > 1 or len(titles) > 1:
        return None
    return max(chosen, key=lambda named: (len(named[0].text), len(named[0].said)))


def _in_address(facts: Facts, url: str) -> bool:
    path = urlsplit(url).path.lower().rstrip("/")
    slug = facts.said.get("slug", "").strip("/").lower()
    if slug and path.endswith(f"/{slug}"):
        return True
    key = facts.said.get("key", "").lower()
    if len(key) < SHORTEST_KEY:
        return False
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(key)}(?![a-z0-9])", path))


def _titles(tree: html.HtmlElement) -> Iterator[str]:
    yield from (_same_words(heading) for heading in headings(tree) if heading)
    if printed := meta(tree, "og:title"):
        yield _same_words(printed)


def _same_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _posting(
    page: Page, tree: html.HtmlElement, facts: Facts, name: str
) -> Posting | None:
    said = facts.said
    url = own_address(page, canonical_of(tree))
    return Posting(
        source=page.source,
        source_key=short(said.get("key") or said.get("slug") or bare_path(url)),
        url=url,
        title=facts.title,
        description=facts.text,
        employer=said.get("employer"),
        places=facts.places,
        hours=_hours(facts),
        employment_types=tuple(filter(None, [said.get("employment")])),
        salary_min=_filled_in(facts, "salary_min"),
        salary_max=_filled_in(facts, "salary_max"),
        salary_unit=said.get("salary_unit"),
        salary_text=said.get("salary"),
        currency=said.get("currency"),
        education=said.get("education"),
        date_posted=said.get("posted") or said.get("created"),
        valid_through=said.get("closes"),
        language=tree.get("lang"),
        origins={"": Origin(part="state", path=name, raw="by the names of its keys")},
    )


def _hours(facts: Facts) -> str | None:
    limits = (_filled_in(facts, name) for name in ("hours_min", "hours_max"))
    return " - ".join(filter(None, limits)) or facts.said.get("hours")


def _filled_in(facts: Facts, name: str) -> str | None:
    """Nought is a field that nobody filled in."""
    printed = facts.said.get(name)
    return printed if printed and re.search(r"[1-9]", printed) else None

"""Boards by Greenhouse: one answer with every post, its text entity-escaped."""

import re
from dataclasses import replace

from crawlers.platforms.in_json import Json, amount, objects, said, told
from crawlers.platforms.json_board import WholeBoard
from crawlers.platforms.place_words import how_in, places_in
from crawlers.reading.countries import country_code
from schemas.vacancy import Posting, PostingPlace

HOW = re.compile(r"workplace|remote|work (?:type|model|arrangement)", re.IGNORECASE)
HOURS = re.compile(r"\bhours\b|\buren\b", re.IGNORECASE)
KIND = re.compile(r"employment|contract|(?:job|time) type|dienst", re.IGNORECASE)


class Greenhouse(WholeBoard):
    """`boards-api.greenhouse.io`; the pages of its EU boards are listed there too.

    A post's `id` is its identity, not the job's and not the requisition.
    """

    name = "greenhouse"
    label = "Greenhouse"
    shared_host = "greenhouse.io"
    address = re.compile(
        r"https?://(?:job-)?boards(?:-api)?(?P<region>\.eu)?\.greenhouse\.io/"
        r"(?:v1/boards/|embed/[^#]*?[?&]for=)?(?P<board>(?!embed\b|v1\b)[\w-]+)"
    )
    site = "https://job-boards{region}.greenhouse.io/{board}"
    api = (
        "https://boards-api.greenhouse.io/v1/boards/{board}/jobs"
        "?content=true&pay_transparency=true"
    )
    total_at = ("meta", "total")
    urls_at = ("absolute_url",)
    texts_at = ("content",)

    def open_rows(self, rows: list[Json]) -> list[Json]:
        """One job can have several posts: of those for one place one language counts.

        Dutch if it is there. One post for several keeps the number of the oldest.
        """
        alike: dict[tuple[str, str], list[Json]] = {}
        for row in rows:
            job = said(row, "internal_job_id") or f"post {said(row, 'id')}"
            place = said(row, "location", "name") or ""
            alike.setdefault((job, place), []).append(row)
        return [post for posts in alike.values() for post in _in_one_language(posts)]

    def filled(self, bare: Posting, row: Json) -> Posting:
        """Hours, contract and workplace are in fields the employer made itself."""
        facts = objects(row.get("metadata"))
        pay = next(iter(objects(row.get("pay_input_ranges"))), {})
        return replace(
            bare,
            employer=said(row, "company_name"),
            places=_places(row),
            remote=_fact(facts, HOW) or how_in(said(row, "location", "name")),
            hours=_fact(facts, HOURS),
            employment_types=told(_fact(facts, KIND)),
            salary_min=amount(pay.get("min_cents"), cents=True),
            salary_max=amount(pay.get("max_cents"), cents=True),
            currency=said(pay, "currency_type"),
            date_posted=said(row, "first_published"),
            valid_through=said(row, "application_deadline"),
            language=said(row, "language"),
        )


def _in_one_language(posts: list[Json]) -> list[Json]:
    languages = [said(post, "language") for post in posts]
    wanted = "nl" if "nl" in languages else languages[0]
    kept = [post for post in posts if said(post, "language") == wanted]
    numbers = [post["id"] for post in posts if isinstance(post.get("id"), int)]
    if len(kept) == 1 and numbers:
        return [kept[0] | {"id": min(numbers)}]
    return kept


def _fact(facts: list[Json], named: re.Pattern[str]) -> str | None:
    """A field the employer made itself, such as `Hours per week`."""
    for fact in facts:
        if named.search(said(fact, "name") or "") and (value := said(fact, "value")):
            return value
    return None


def _places(row: Json) -> tuple[PostingPlace, ...]:
    """The place of the post; its office may tell the country or, at need, the place."""
    offices = [
        place
        for office in objects(row.get("offices"))
        for place in places_in(said(office, "location"))
    ]
    own = places_in(said(row, "location", "name"), _only_country(offices))
    if any(place.locality for place in own):
        return own
    return tuple(dict.fromkeys(offices)) or own


def _only_country(offices: list[PostingPlace]) -> str | None:
    codes = {country_code(office.country) for office in offices}
    return codes.pop() if len(codes) == 1 else None

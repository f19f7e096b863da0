"""Shape `recruitee`: all offers in one API answer, pages for people beside it."""

import re
from datetime import UTC, datetime

from demo.market import Advert
from demo.shapes.html import (
    body_html,
    common_pages,
    detail,
    is_heading,
    related_to,
    robots,
)
from demo.shapes.jsonld import Node, in_script, number, posting, script
from demo.shapes.site import (
    Answer,
    Job,
    Pages,
    Site,
    end_of_day,
    json_answer,
    slug_of,
)
from demo.shapes.words import hours_in_numbers, works_at_home

PERIODS = {"HOUR": "hour", "MONTH": "month", "YEAR": "year"}
DIPLOMAS = {
    "vmbo": "high_school",
    "mbo": "vocational",
    "hbo": "bachelor_degree",
    "wo": "master_degree",
}
EMPLOYMENT = {
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "TEMPORARY": "temporary",
    "CONTRACTOR": "freelance",
    "INTERN": "internship",
}
ASKING = re.compile(
    r"vra(?:gen|ag)|eis|profiel|wie|breng|meebreng|neem|verwacht|herken"
)
FIXED_TERM = re.compile(
    r"jaarcontract|tijdelijk|\bbepaalde tijd|uitzicht op vast", re.IGNORECASE
)
PERMANENT = re.compile(r"vast(?:e)? (?:contract|dienstverband|baan)|onbepaalde tijd")


def pages(site: Site) -> Pages:
    jobs = site.jobs(_path)
    offers = [_offer(site, job, place) for place, job in enumerate(jobs, start=1)]
    answer = json_answer({"offers": offers}, kind="application/json; charset=utf-8")
    return {
        **common_pages(site, jobs),
        "/robots.txt": robots(site),
        "/api/offers/": answer,
        "/api/offers": answer,
        **{job.path: _detail(site, job, jobs) for job in jobs},
    }


def _path(advert: Advert) -> str:
    return f"/o/{slug_of(advert.title)}-{advert.key}"


def _detail(site: Site, job: Job, jobs: tuple[Job, ...]) -> Answer:
    node = {"@context": "http://schema.org/", **posting(site, job)}
    return detail(
        site, job, head=script(in_script(node)), related=related_to(job, jobs)
    )


def _offer(site: Site, job: Job, position: int) -> Node:
    advert = job.advert
    description, requirements = split_at_requirements(whole_text(advert))
    texts: Node = {
        "title": advert.title,
        "description": body_html(description),
        "requirements": body_html(requirements),
    }
    return {
        "id": int(advert.key),
        "guid": f"vm{int(advert.key):x}",
        "slug": job.path.removeprefix("/o/"),
        "position": 1000 - position,
        "status": "published",
        "company_name": site.employer.name,
        **texts,
        "translations": {"nl": texts},
        "careers_url": job.url,
        "careers_apply_url": f"{job.url}/c/new",
        "department": advert.sector.capitalize(),
        "education_code": diploma_code(advert),
        "employment_type_code": employment_code(advert),
        "salary": _salary(advert),
        **_hours(advert),
        **_where(advert),
        **_dates(job),
        "tags": [],
        "dynamic_fields": [],
        "options_cv": "required",
    }


def whole_text(advert: Advert) -> str:
    """Hours that are no numbers have no field at Recruitee: people write them."""
    hours = advert.hours
    if hours is None or hours in advert.text or hours_in_numbers(advert):
        return advert.text
    return f"{advert.text}\n\nAantal uren: {hours}"


def split_at_requirements(text: str) -> tuple[str, str]:
    """What comes before the first heading that asks something, and the rest."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if at and is_heading(line.strip()) and ASKING.search(line.lower()):
            return "\n".join(lines[:at]), "\n".join(lines[at:])
    return text, ""


def diploma_code(advert: Advert) -> str | None:
    level = (advert.education or "").split("-")[0].lower()
    return DIPLOMAS.get(level)


def employment_code(advert: Advert) -> str | None:
    """Recruitee glues the term of the contract to the size of the week."""
    code = EMPLOYMENT.get(advert.employment or "")
    if code not in {"fulltime", "parttime"}:
        return code
    if FIXED_TERM.search(advert.text):
        return f"{code}_fixed_term"
    return f"{code}_permanent" if PERMANENT.search(advert.text) else code


def _salary(advert: Advert) -> Node:
    if advert.salary_min is None or advert.salary_unit is None:
        return {"min": None, "max": None, "period": None, "currency": None}
    high = advert.salary_max
    return {
        "min": str(number(advert.salary_min)),
        "max": None if high is None else str(number(high)),
        "period": PERIODS[advert.salary_unit],
        "currency": "EUR",
    }


def _hours(advert: Advert) -> Node:
    found = hours_in_numbers(advert) or (None, None)
    low, high = (None if hours is None else number(hours) for hours in found)
    return {
        "min_hours": low,
        "max_hours": high,
        "min_hours_per_week": None if low is None else str(low),
        "max_hours_per_week": None if high is None else str(high),
    }


def _where(advert: Advert) -> Node:
    where: Node = {
        "city": advert.place,
        "postal_code": advert.postcode,
        "country": "Netherlands",
        "country_code": "NL",
        "state_name": None,
    }
    home = works_at_home(advert)
    named: Node = {"id": int(advert.key) + 50_000, "name": advert.place, "note": None}
    return {
        **where,
        "location": f"{advert.place}, Netherlands",
        "locations": [named | where],
        "remote": False,
        "hybrid": home,
        "on_site": not home,
    }


def _dates(job: Job) -> Node:
    posted = _utc(job.posted_at)
    return {
        "created_at": posted,
        "published_at": posted,
        "updated_at": posted,
        "close_at": _utc(end_of_day(job.closes)) if job.closes else None,
    }


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"

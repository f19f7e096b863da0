"""From what a page said (Posting) to what we understand (Vacancy), fact by fact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crawlers.pages.contact import without_addresses, without_contact
from crawlers.pages.plain_text import plain_text
from crawlers.reading.closing import year_filled_in
from crawlers.reading.contract import read_employment_types
from crawlers.reading.dates import doubts_about_posting, read_date
from crawlers.reading.education import read_education_field
from crawlers.reading.facts import Facts, facts_of
from crawlers.reading.hours import read_hours_field
from crawlers.reading.hours_in_clause import Hours
from crawlers.reading.intermediaries import is_intermediary
from crawlers.reading.language import guess_language, language_of
from crawlers.reading.locating import locate
from crawlers.reading.remote import read_remote_field
from crawlers.reading.salary import Salary, read_salary, read_salary_fields
from crawlers.reading.traces import Trace, Understood, from_text, origin_of
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting, Vacancy, vacancy_id

LONGEST_TITLE = 300
LONGEST_MARKUP = 400_000
LONGEST_TEXT = 60_000


def normalise(
    posting: Posting, *, gazetteer: Gazetteer, fetched_at: datetime
) -> Vacancy:
    """Understand a posting: its own fields first, then its text, else None.

    Never raises on odd contents: what cannot be read is None.
    """
    markup = posting.description[:LONGEST_MARKUP]
    text = without_contact(plain_text(markup)[:LONGEST_TEXT])
    title = without_addresses(" ".join(posting.title.split())[:LONGEST_TITLE])
    facts = facts_of(title, text)
    parts = (
        _hours(posting, facts),
        _salary(posting, facts),
        _education(posting, facts),
        _papers(facts),
        _contract(posting, facts),
        _remote(posting, facts),
        _dates(posting, facts, fetched_at),
        _employer(posting, text),
        _location(posting, gazetteer, f"{title}\n{text}"),
    )
    columns = {name: value for part in parts for name, value in part.columns.items()}
    return Vacancy(
        id=vacancy_id(posting.source, posting.source_key),
        source=posting.source,
        source_key=posting.source_key,
        url=posting.url,
        status="open",
        title=title,
        shifts=(),
        isco=None,
        first_seen=fetched_at,
        last_seen=fetched_at,
        language=guess_language(text) or language_of(posting.language),
        text=text,
        provenance=_provenance(posting, parts),
        **columns,
    )


def _provenance(posting: Posting, parts: Sequence[Understood]) -> dict[str, Trace]:
    whole = {
        "posting": origin_of(posting, "", ""),
        "text": origin_of(posting, "text", ""),
    }
    return whole | {
        name: trace for part in parts for name, trace in part.traces.items()
    }


def _hours(posting: Posting, facts: Facts) -> Understood:
    found: Hours | None = None
    if posting.hours:
        found = read_hours_field(posting.hours, full_week=facts.full_week)
    if found:
        trace = origin_of(posting, "hours", posting.hours or "", found.rule)
    else:
        found = facts.hours
        trace = from_text("hours", found.raw, found.rule) if found else {}
    columns = {
        "hours_min": found.low if found else None,
        "hours_max": found.high if found else None,
        "hours_negotiable": facts.hours_negotiable,
    }
    return Understood(columns, {"hours": trace} if trace else {})


def _salary(posting: Posting, facts: Facts) -> Understood:
    found: Salary | None = read_salary_fields(
        posting.salary_min, posting.salary_max, posting.salary_unit
    )
    if not found and posting.salary_text:
        found = read_salary(f"{posting.salary_text} {posting.salary_unit or ''}")
    if found and (posting.currency or "EUR").upper() in {"EUR", "EURO", "€"}:
        trace = origin_of(posting, "salary", found.raw, found.rule)
    else:
        found = facts.salary
        trace = from_text("salary", found.raw, found.rule) if found else {}
    columns = {
        "salary_min": found.low if found else None,
        "salary_max": found.high if found else None,
        "salary_period": found.period if found else None,
    }
    return Understood(columns, {"salary": trace} if trace else {})


def _education(posting: Posting, facts: Facts) -> Understood:
    told = facts.education
    found = read_education_field(posting.education) if posting.education else None
    if found:
        trace = origin_of(posting, "education", found.raw)
        if told and told.lowest == found.lowest:
            found = replace(found, strict=told.strict)
    else:
        found = told
        trace = from_text("education", found.raw) if found else {}
    columns = {
        "education_min": found.lowest if found else None,
        "education_strict": bool(found and found.strict),
    }
    return Understood(columns, {"education": trace} if trace else {})


def _papers(facts: Facts) -> Understood:
    columns = {
        "licences": facts.licences.required,
        "licences_wish": facts.licences.wished,
        "certificates": facts.certificates.required,
        "certificates_wish": facts.certificates.wished,
        "dutch_level": facts.dutch_level[0] if facts.dutch_level else None,
    }
    traces = {
        name: from_text(name, papers.raw)
        for name, papers in (
            ("licences", facts.licences),
            ("certificates", facts.certificates),
        )
        if papers.raw
    }
    if facts.dutch_level:
        traces["dutch_level"] = from_text("dutch_level", facts.dutch_level[1])
    return Understood(columns, traces)


def _contract(posting: Posting, facts: Facts) -> Understood:
    told = facts.contract
    found = read_employment_types(posting.employment_types)
    if found:
        trace = origin_of(posting, "employment_types", found.raw)
        if told and told.kind == found.kind:
            found = replace(found, months=told.months)
    else:
        found = told
        trace = from_text("contract", found.raw) if found else {}
    columns = {
        "contract": found.kind if found else None,
        "contract_months": found.months if found else None,
    }
    return Understood(columns, {"contract": trace} if trace else {})


def _remote(posting: Posting, facts: Facts) -> Understood:
    if posting.remote and (printed := read_remote_field(posting.remote)):
        return Understood(
            {"remote": printed},
            {"remote": origin_of(posting, "remote", posting.remote)},
        )
    if facts.remote:
        kind, raw = facts.remote
        return Understood({"remote": kind}, {"remote": from_text("remote", raw)})
    return Understood({"remote": None}, {})


def _dates(posting: Posting, facts: Facts, fetched_at: datetime) -> Understood:
    posted = read_date(posting.date_posted, fetched_at)
    columns = {"date_posted": posted.day if posted else None}
    traces = {}
    doubt = doubts_about_posting(posted.day, fetched_at) if posted else None
    if posted:
        rule = doubt or posted.rule
        traces["date_posted"] = origin_of(
            posting, "date_posted", posting.date_posted or "", rule
        )
    if closes := read_date(posting.valid_through, fetched_at):
        traces["valid_through"] = origin_of(
            posting, "valid_through", posting.valid_through or "", closes.rule
        )
    elif facts.closing:
        known = posted.day if posted and not doubt else None
        closes = year_filled_in(facts.closing, fetched_at.date(), posted=known)
        if closes:
            raw = facts.closing.raw
            traces["valid_through"] = from_text("closing", raw, closes.rule)
    columns["valid_through"] = closes.day if closes else None
    return Understood(columns, traces)


def _employer(posting: Posting, text: str) -> Understood:
    employer = " ".join((posting.employer or "").split()) or None
    words = (
        posting.employer if posting.intermediary else is_intermediary(employer, text)
    )
    columns = {"employer": employer, "employer_is_intermediary": bool(words)}
    traces = {"employer": origin_of(posting, "employer", employer)} if employer else {}
    if words:
        traces["employer_is_intermediary"] = from_text("intermediary", words)
    return Understood(columns, traces)


def _location(posting: Posting, gazetteer: Gazetteer, words: str) -> Understood:
    found = locate(posting.places, posting.employer, gazetteer, words)
    columns = {
        "place": found.place,
        "postcode": found.postcode,
        "lat": found.lat,
        "lon": found.lon,
    }
    if not found.raw:
        return Understood(columns, {})
    if found.how == "text":
        return Understood(columns, {"place": from_text("place", found.raw)})
    return Understood(
        columns, {"place": origin_of(posting, "place", found.raw, found.how)}
    )

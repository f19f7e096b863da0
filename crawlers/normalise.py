"""From what a page said (Posting) to what we understand (Vacancy), fact by fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from crawlers.contact import without_addresses, without_contact
from crawlers.facts import Facts, facts_of
from crawlers.intermediaries import is_intermediary
from crawlers.locating import locate
from crawlers.plain_text import plain_text
from crawlers.reading_contract import read_employment_types
from crawlers.reading_dates import doubts_about_posting, read_date
from crawlers.reading_education import read_education_field
from crawlers.reading_hours import Hours, read_hours_field
from crawlers.reading_language import guess_language, language_of
from crawlers.reading_remote import read_remote_field
from crawlers.reading_salary import Salary, read_salary, read_salary_fields
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Origin, Posting, Vacancy, vacancy_id

LONGEST_RAW = 200
LONGEST_TITLE = 300
LONGEST_MARKUP = 400_000
LONGEST_TEXT = 60_000

Trace = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Understood:
    """Columns of a vacancy, and for each where it came from."""

    columns: Mapping[str, Any]
    traces: Mapping[str, Trace]


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
        _dates(posting, fetched_at),
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


def _provenance(posting: Posting, parts: Sequence[_Understood]) -> dict[str, Trace]:
    whole = {"posting": _origin(posting, "", ""), "text": _origin(posting, "text", "")}
    return whole | {
        name: trace for part in parts for name, trace in part.traces.items()
    }


def _origin(posting: Posting, field: str, raw: str, rule: str = "") -> Trace:
    """Where a field of the posting itself came from."""
    unknown = Origin(part="unknown", path=field, raw="")
    whole = posting.origins.get("", unknown)
    origin = posting.origins.get(field, replace(whole, path=field))
    trace = {"part": origin.part, "path": origin.path}
    trace["raw"] = raw[:LONGEST_RAW] or origin.raw
    return trace | ({"rule": rule} if rule and rule != "printed" else {})


def _from_text(pattern: str, raw: str, rule: str = "") -> Trace:
    trace = {"part": "text", "path": pattern, "raw": raw[:LONGEST_RAW]}
    return trace | ({"rule": rule} if rule and rule != "printed" else {})


def _hours(posting: Posting, facts: Facts) -> _Understood:
    found: Hours | None = read_hours_field(posting.hours) if posting.hours else None
    if found:
        trace = _origin(posting, "hours", posting.hours or "", found.rule)
    else:
        found = facts.hours
        trace = _from_text("hours", found.raw, found.rule) if found else {}
    columns = {
        "hours_min": found.low if found else None,
        "hours_max": found.high if found else None,
        "hours_negotiable": facts.hours_negotiable,
    }
    return _Understood(columns, {"hours": trace} if trace else {})


def _salary(posting: Posting, facts: Facts) -> _Understood:
    found: Salary | None = read_salary_fields(
        posting.salary_min, posting.salary_max, posting.salary_unit
    )
    if not found and posting.salary_text:
        found = read_salary(f"{posting.salary_text} {posting.salary_unit or ''}")
    if found and (posting.currency or "EUR").upper() in {"EUR", "EURO", "€"}:
        trace = _origin(posting, "salary", found.raw, found.rule)
    else:
        found = facts.salary
        trace = _from_text("salary", found.raw, found.rule) if found else {}
    columns = {
        "salary_min": found.low if found else None,
        "salary_max": found.high if found else None,
        "salary_period": found.period if found else None,
    }
    return _Understood(columns, {"salary": trace} if trace else {})


def _education(posting: Posting, facts: Facts) -> _Understood:
    told = facts.education
    found = read_education_field(posting.education) if posting.education else None
    if found:
        trace = _origin(posting, "education", found.raw)
        if told and told.lowest == found.lowest:
            found = replace(found, strict=told.strict)
    else:
        found = told
        trace = _from_text("education", found.raw) if found else {}
    columns = {
        "education_min": found.lowest if found else None,
        "education_strict": bool(found and found.strict),
    }
    return _Understood(columns, {"education": trace} if trace else {})


def _papers(facts: Facts) -> _Understood:
    columns = {
        "licences": facts.licences.required,
        "licences_wish": facts.licences.wished,
        "certificates": facts.certificates.required,
        "certificates_wish": facts.certificates.wished,
        "dutch_level": facts.dutch_level[0] if facts.dutch_level else None,
    }
    traces = {
        name: _from_text(name, papers.raw)
        for name, papers in (
            ("licences", facts.licences),
            ("certificates", facts.certificates),
        )
        if papers.raw
    }
    if facts.dutch_level:
        traces["dutch_level"] = _from_text("dutch_level", facts.dutch_level[1])
    return _Understood(columns, traces)


def _contract(posting: Posting, facts: Facts) -> _Understood:
    told = facts.contract
    found = read_employment_types(posting.employment_types)
    if found:
        trace = _origin(posting, "employment_types", found.raw)
        if told and told.kind == found.kind:
            found = replace(found, months=told.months)
    else:
        found = told
        trace = _from_text("contract", found.raw) if found else {}
    columns = {
        "contract": found.kind if found else None,
        "contract_months": found.months if found else None,
    }
    return _Understood(columns, {"contract": trace} if trace else {})


def _remote(posting: Posting, facts: Facts) -> _Understood:
    if posting.remote and (printed := read_remote_field(posting.remote)):
        return _Understood(
            {"remote": printed}, {"remote": _origin(posting, "remote", posting.remote)}
        )
    if facts.remote:
        kind, raw = facts.remote
        return _Understood({"remote": kind}, {"remote": _from_text("remote", raw)})
    return _Understood({"remote": None}, {})


def _dates(posting: Posting, fetched_at: datetime) -> _Understood:
    columns: dict[str, date | None] = {}
    traces: dict[str, Trace] = {}
    printed = {
        "date_posted": posting.date_posted,
        "valid_through": posting.valid_through,
    }
    for name, raw in printed.items():
        found = read_date(raw, fetched_at)
        columns[name] = found.day if found else None
        if found:
            doubt = doubts_about_posting(found.day, fetched_at)
            rule = (doubt if name == "date_posted" else None) or found.rule
            traces[name] = _origin(posting, name, raw or "", rule)
    return _Understood(columns, traces)


def _employer(posting: Posting, text: str) -> _Understood:
    employer = " ".join((posting.employer or "").split()) or None
    words = (
        posting.employer if posting.intermediary else is_intermediary(employer, text)
    )
    columns = {"employer": employer, "employer_is_intermediary": bool(words)}
    traces = {"employer": _origin(posting, "employer", employer)} if employer else {}
    if words:
        traces["employer_is_intermediary"] = _from_text("intermediary", words)
    return _Understood(columns, traces)


def _location(posting: Posting, gazetteer: Gazetteer, words: str) -> _Understood:
    found = locate(posting.places, posting.employer, gazetteer, words)
    columns = {
        "place": found.place,
        "postcode": found.postcode,
        "lat": found.lat,
        "lon": found.lon,
    }
    if not found.raw:
        return _Understood(columns, {})
    if found.how == "text":
        return _Understood(columns, {"place": _from_text("place", found.raw)})
    return _Understood(
        columns, {"place": _origin(posting, "place", found.raw, found.how)}
    )

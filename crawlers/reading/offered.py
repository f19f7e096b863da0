"""What the work offers: a posting's own fields first, and else its text."""

from dataclasses import replace
from datetime import date

from crawlers.reading.contract import read_employment_types
from crawlers.reading.facts import Facts
from crawlers.reading.hours import read_hours_field
from crawlers.reading.minimum_wage import doubts_about_wage
from crawlers.reading.remote import read_remote_field
from crawlers.reading.salary import read_salary, read_salary_fields
from crawlers.reading.traces import Trace, Understood, from_text, origin_of
from crawlers.reading.wage_periods import Salary
from schemas.vacancy import Posting

EUROS = {"EUR", "EURO", "€"}


def hours_offered(posting: Posting, facts: Facts) -> Understood:
    """Hours a week; a field such as `1 - 40` leaves them to the text."""
    found, printed = None, posting.hours
    if printed:
        found = read_hours_field(printed, full_week=facts.full_week)
    if found and printed:
        trace = origin_of(posting, "hours", printed, found.rule)
    else:
        found = facts.hours
        trace = from_text("hours", found.raw, found.rule) if found else {}
    columns = {
        "hours_min": found.low if found else None,
        "hours_max": found.high if found else None,
        "hours_negotiable": facts.hours_negotiable,
    }
    return Understood(columns, {"hours": trace} if trace else {})


def salary_offered(posting: Posting, facts: Facts, day: date) -> Understood:
    """The wage, with what is doubted of it on `day`; an estimate is only traced."""
    own = _salary_of_fields(posting)
    traces = _words(posting, facts)
    if found := own or facts.salary:
        rules = found.rule, doubts_about_wage(found, day)
        traces["salary"] = (
            origin_of(posting, "salary", found.raw, *rules)
            if own
            else from_text("salary", found.raw, *rules)
        )
    columns = {
        "salary_min": found.low if found else None,
        "salary_max": found.high if found else None,
        "salary_period": found.period if found else None,
    }
    return Understood(columns, traces)


def _salary_of_fields(posting: Posting) -> Salary | None:
    if (posting.currency or "EUR").upper() not in EUROS:
        return None
    found = read_salary_fields(
        posting.salary_min, posting.salary_max, posting.salary_unit
    )
    if not found and posting.salary_text:
        found = read_salary(f"{posting.salary_text} {posting.salary_unit or ''}")
    return found


def _words(posting: Posting, facts: Facts) -> dict[str, Trace]:
    """What is said of wages without an amount, and what a board thinks they are."""
    traces = {}
    if facts.scale:
        traces["salary_scale"] = from_text("scale", facts.scale)
    if facts.agreement:
        traces["cao"] = from_text("cao", facts.agreement)
    if "salary_estimate" in posting.origins:
        traces["salary_estimate"] = origin_of(posting, "salary_estimate", "")
    return traces


def contract_offered(posting: Posting, facts: Facts) -> Understood:
    """The contract; the months of the same kind of contract come from the text."""
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


def remote_offered(posting: Posting, facts: Facts) -> Understood:
    """How much of the work may be done from home."""
    if posting.remote and (printed := read_remote_field(posting.remote)):
        trace = origin_of(posting, "remote", posting.remote)
        return Understood({"remote": printed}, {"remote": trace})
    if facts.remote:
        kind, raw = facts.remote
        return Understood({"remote": kind}, {"remote": from_text("remote", raw)})
    return Understood({"remote": None})

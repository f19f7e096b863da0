"""When, where and by whom: a posting's own fields first, and else its text."""

from datetime import date, datetime

from crawlers.reading.closing import closing_day
from crawlers.reading.dates import ReadDate, doubts_about_posting, read_date
from crawlers.reading.days_in_text import year_filled_in
from crawlers.reading.facts import Facts
from crawlers.reading.intermediaries import is_intermediary
from crawlers.reading.locating import locate
from crawlers.reading.traces import Trace, Understood, from_text, origin_of
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting


def dates_of(posting: Posting, facts: Facts, fetched_at: datetime) -> Understood:
    """Day of posting and last day; the day to start is only traced."""
    posted = read_date(posting.date_posted, fetched_at)
    closes = read_date(posting.valid_through, fetched_at)
    doubt = doubts_about_posting(posted.day, fetched_at) if posted else None
    known = posted.day if posted and not doubt else None
    traces = _start(facts, fetched_at.date(), known)
    if posted:
        raw = posting.date_posted or ""
        traces["date_posted"] = origin_of(
            posting, "date_posted", raw, doubt or posted.rule
        )
    if closes:
        raw = posting.valid_through or ""
        traces["valid_through"] = origin_of(posting, "valid_through", raw, closes.rule)
    elif closes := _closing(facts, fetched_at.date(), known):
        raw = facts.closing.raw if facts.closing else ""
        traces["valid_through"] = from_text("closing", raw, closes.rule)
    columns = {
        "date_posted": posted.day if posted else None,
        "valid_through": closes.day if closes else None,
    }
    return Understood(columns, traces)


def _closing(facts: Facts, found: date, posted: date | None) -> ReadDate | None:
    return closing_day(facts.closing, found, posted=posted) if facts.closing else None


def _start(facts: Facts, found: date, posted: date | None) -> dict[str, Trace]:
    """The day to start as `value` where one is printed; `per direct` has only words."""
    start = facts.start
    if start is None:
        return {}
    trace = from_text("start", start.raw)
    if start.printed is None:
        return {"start_date": trace}
    if (day := year_filled_in(start.printed, found, posted=posted)) is None:
        return {}
    trace = from_text("start", start.raw, day.rule)
    return {"start_date": trace | {"value": day.day.isoformat()}}


def employer_of(posting: Posting, text: str) -> Understood:
    """Who hires, and the words that say so if it is for somebody else."""
    employer = " ".join((posting.employer or "").split()) or None
    words = (
        posting.employer if posting.intermediary else is_intermediary(employer, text)
    )
    columns = {"employer": employer, "employer_is_intermediary": bool(words)}
    traces = {"employer": origin_of(posting, "employer", employer)} if employer else {}
    if words:
        traces["employer_is_intermediary"] = from_text("intermediary", words)
    return Understood(columns, traces)


def place_of(
    posting: Posting, gazetteer: Gazetteer, *, title: str, text: str
) -> Understood:
    """The first place of work that can be found, and the words that name it."""
    found = locate(posting.places, posting.employer, gazetteer, (text, title))
    columns = {
        "place": found.place,
        "postcode": found.postcode,
        "lat": found.lat,
        "lon": found.lon,
    }
    if not found.raw:
        return Understood(columns)
    if found.how == "text":
        return Understood(columns, {"place": from_text("place", found.raw)})
    trace = origin_of(posting, "place", found.raw, found.how)
    return Understood(columns, {"place": trace})

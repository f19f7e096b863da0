"""From what a page said (Posting) to what we understand (Vacancy), fact by fact."""

from collections.abc import Iterable
from datetime import datetime

from crawlers.pages.contact import without_contact
from crawlers.pages.plain_text import plain_text
from crawlers.pages.wording import in_words
from crawlers.reading.asked import education_asked, papers_asked
from crawlers.reading.countries import abroad
from crawlers.reading.facts import Facts, facts_of
from crawlers.reading.language import guess_language, language_of
from crawlers.reading.offered import (
    contract_offered,
    hours_offered,
    remote_offered,
    salary_offered,
)
from crawlers.reading.surroundings import dates_of, employer_of, place_of
from crawlers.reading.traces import Trace, Understood, origin_of
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
    posting = in_words(posting)
    markup = posting.description[:LONGEST_MARKUP]
    nobody = _firms_and_places(posting)
    text = without_contact(plain_text(markup)[:LONGEST_TEXT], kept=nobody)
    title = " ".join(posting.title.split())[:LONGEST_TITLE]
    title = without_contact(title, kept=nobody)
    parts = (
        *_read(posting, facts_of(title, text), fetched_at),
        employer_of(posting, text),
        place_of(posting, gazetteer, title=title, text=text),
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
        country=abroad(posting.places),
        provenance=_provenance(posting, parts),
        **columns,
    )


def _firms_and_places(posting: Posting) -> list[str]:
    """Names that stand in an advert and are nobody's."""
    printed = (posting.employer, *(place.locality for place in posting.places))
    return [name for name in printed if name]


def _read(
    posting: Posting, facts: Facts, fetched_at: datetime
) -> tuple[Understood, ...]:
    return (
        hours_offered(posting, facts),
        salary_offered(posting, facts, fetched_at.date()),
        education_asked(posting, facts),
        papers_asked(facts),
        contract_offered(posting, facts),
        remote_offered(posting, facts),
        dates_of(posting, facts, fetched_at),
    )


def _provenance(posting: Posting, parts: Iterable[Understood]) -> dict[str, Trace]:
    whole = {
        "posting": origin_of(posting, "", ""),
        "text": origin_of(posting, "text", ""),
    }
    return whole | {
        name: trace for part in parts for name, trace in part.traces.items()
    }

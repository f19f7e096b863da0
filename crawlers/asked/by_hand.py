"""Adding one vacancy by hand: from its own page, or from a text somebody pastes."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from crawlers.asked.shared_address import as_shared, is_of_the_web, names_somebody
from crawlers.asked.still_open import refusal
from crawlers.collecting.fetched import REFUSING, Fetched, meaning_of
from crawlers.collecting.reader import Reader
from crawlers.fetching.addresses import forbidden_board, why_not_web
from crawlers.normalise import normalise
from crawlers.pages.contact import without_addresses
from crawlers.pages.page import without_tracking
from crawlers.platforms.base import Visit
from crawlers.reading.dates import AMSTERDAM
from schemas.gazetteer import Gazetteer
from schemas.source import BY_HAND, Source
from schemas.tables.vacancies_to_add import VacancyToAdd
from schemas.vacancy import Origin, Posting, PostingPlace, Vacancy, vacancy_id

PASTE = "Plak de tekst van de vacature, dan lezen wij die."
NONE_READABLE = f"Op deze pagina kunnen wij geen vacature lezen. {PASTE}"
SAYS_GONE = "De pagina zegt dat deze vacature niet meer open is."
MISSING = "Deze pagina bestaat niet (HTTP {status}). Kijk het adres nog eens na."
SEVERAL = (
    "Op deze pagina staan {number} vacatures. Open de vacature die je bedoelt en"
    " gebruik dat adres, of plak de tekst."
)
EXPIRED = "Reageren kon tot en met {day:%d-%m-%Y}; de vacature is dus gesloten."
TOO_LONG = f"Dit adres is te lang. {PASTE}"
OF_SOMEBODY = f"In dit adres staat een mailadres. {PASTE}"
NAMELESS = "Vul in hoe de vacature heet, zonder naam, nummer of mailadres."
NO_WORDS = "In deze tekst staat niets over het werk. Plak de hele vacature."
LONGEST_KEY = 40
LONGEST_ADDRESS = 2000  # bytes; the index of the database takes no more than 2,700
CUT_OUT = re.compile(r"\[[^\]\n]{0,20}\]")  # what stands where a person was named
LETTER = re.compile(r"[^\W\d_]")

MANUAL = Source(
    name=BY_HAND,
    platform="manual",
    url=BY_HAND,
    employer=None,
    intermediary=False,
    terms="unknown",
    enabled=False,  # there is no list to crawl; each page is checked by itself
    delay=2.0,
    invented=False,
    note="Vacatures die adviseurs zelf toevoegden, met een adres of een tekst.",
)


class NotAddedError(Exception):
    """Nothing was added; the message tells an adviser why, and what to do."""


def check_address(url: str, left_alone: str | None, *, allow_loopback: bool) -> None:
    """NotAddedError for what is no web address, and for a site that is `left_alone`."""
    if why := why_not_web(url, allow_loopback=allow_loopback):
        raise NotAddedError(f"Dit adres kunnen wij niet openen: {why}.")
    if names_somebody(url):
        raise NotAddedError(OF_SOMEBODY)
    _check_length(url)
    if left_alone:
        raise NotAddedError(f"{_sentence(left_alone)} {PASTE}")


def _check_length(url: str) -> None:
    if len(url.encode()) > LONGEST_ADDRESS:
        raise NotAddedError(TOO_LONG)


def not_answered(error: str) -> NotAddedError:
    """For a page that did not come, or that we may not ask for."""
    if error.startswith("robots.txt verbiedt"):
        error = "de site wil niet dat computers deze pagina lezen (robots.txt)"
    return NotAddedError(f"Wij konden de pagina niet lezen: {error}. {PASTE}")


def vacancy_on(
    fetched: Fetched, reader: Reader, *, now: datetime, reserved: bool
) -> Vacancy:
    """The one vacancy of a page, as its own site calls it; or NotAddedError."""
    visit = Visit(url=fetched.asked, kind="detail")
    meaning = meaning_of(fetched, visit)
    if meaning == "missing":
        raise NotAddedError(MISSING.format(status=fetched.status))
    if meaning != "read":
        raise not_answered(refusal(fetched, blocked=meaning in REFUSING))
    if board := forbidden_board(fetched.url):  # it led us there
        raise NotAddedError(f"{_sentence(board)} {PASTE}")
    understood = reader.read(fetched, visit, now=now, reserved=reserved)
    if understood.outcome == "gone":
        raise NotAddedError(f"{SAYS_GONE} {PASTE}")
    return _the_only_one(understood.vacancies, now)


def _the_only_one(vacancies: Sequence[Vacancy], now: datetime) -> Vacancy:
    if not vacancies:
        raise NotAddedError(NONE_READABLE)
    if len(vacancies) > 1:
        raise NotAddedError(SEVERAL.format(number=len(vacancies)))
    closes = vacancies[0].valid_through
    if closes and closes < now.astimezone(AMSTERDAM).date():
        raise NotAddedError(EXPIRED.format(day=closes))
    if not _says_something(vacancies[0].title):
        raise NotAddedError(NONE_READABLE)
    return vacancies[0]


def as_added(vacancy: Vacancy) -> Vacancy:
    """The same vacancy from our own source, where its address is its identity."""
    url = as_shared(vacancy.url)
    _check_length(url)
    made = vacancy_id(BY_HAND, url)
    return replace(vacancy, id=made, url=url, source=BY_HAND, source_key=url)


def check_understood(vacancy: Vacancy) -> None:
    """NotAddedError when nothing is left to read once all persons are cut out."""
    if not _says_something(vacancy.title):
        raise NotAddedError(NAMELESS)
    if not _says_something(vacancy.text):
        raise NotAddedError(NO_WORDS)


def _says_something(words: str) -> bool:
    return LETTER.search(CUT_OUT.sub("", words)) is not None


def cleaned(given: VacancyToAdd, *, allow_loopback: bool = False) -> VacancyToAdd:
    """What was typed, without telephone numbers, mail addresses or an odd address."""
    is_web = is_of_the_web(given.url, allow_loopback=allow_loopback)
    url = as_shared(given.url) if is_web and not names_somebody(given.url) else ""
    return VacancyToAdd(
        url=url if len(url.encode()) <= LONGEST_ADDRESS else "",
        text=given.text,
        title=given.title,
        employer=without_addresses(given.employer),
        place=without_addresses(given.place),
        hours=without_addresses(given.hours),
    )


def storable(given: VacancyToAdd) -> VacancyToAdd:
    """What was typed, without what no database keeps: NUL and half a character."""
    return VacancyToAdd(**{n: _storable(value) for n, value in asdict(given).items()})


def _storable(typed: str) -> str:
    return typed.encode(errors="ignore").decode().replace("\0", "")


def vacancy_in(given: VacancyToAdd, gazetteer: Gazetteer, *, now: datetime) -> Vacancy:
    """What a pasted text says, with what was typed beside it.

    The same text is the same vacancy. Names and addresses of persons are cut as from
    any advert.
    """
    words = "\n".join((given.title, given.employer, given.place, given.text))
    plain = " ".join(words.split()).casefold()
    posting = Posting(
        source=BY_HAND,
        source_key=hashlib.sha256(plain.encode()).hexdigest()[:LONGEST_KEY],
        url=given.url,
        title=given.title,
        description=given.text,
        employer=given.employer or None,
        places=(PostingPlace(locality=given.place),) if given.place else (),
        hours=given.hours or None,
        origins={"": Origin(part="hand", path="form", raw="")},
    )
    return normalise(posting, gazetteer=gazetteer, fetched_at=now)


def spellings(url: str) -> list[str]:
    """The ways in which one address is written: http, www and the last slash."""
    parts = urlsplit(without_tracking(url))
    bare = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    return [
        url,
        *(
            urlunsplit((scheme, host, ending, parts.query, ""))
            for scheme in ("https", "http")
            for host in (bare, f"www.{bare}")
            for ending in (path, f"{path}/")
        ),
    ]


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:].rstrip('.')}."

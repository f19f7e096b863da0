"""Is a vacancy still open? What a page, or a list, or its silence says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crawlers.collecting.fetched import OK, REFUSING, Fetched, meaning_of
from crawlers.collecting.lessons import Redirects, mark_of
from crawlers.collecting.reader import Reader, Understood
from crawlers.pages.body import headings
from crawlers.pages.page import NotAPageError, tree_of
from crawlers.platforms.base import Visit
from crawlers.reading.dates import AMSTERDAM
from schemas.tables.vacancy_checks import Outcome, Subject
from schemas.vacancy import StatusReason, Vacancy

CHANGED = "de tekst op de pagina is veranderd sinds wij die lazen"
UNLISTED = "staat niet meer in de lijst van de site"
LONG_LIST = "de lijst van de site is niet helemaal te lezen"
OTHER_VACANCY = "op de pagina staat nu een andere vacature"
UNREADABLE = "de pagina is er nog, maar de vacature is er niet op te lezen"
WALL = "de site vraagt eerst te bewijzen dat je een mens bent"


def open_(*, changed: bool = False) -> Outcome:
    """It was seen just now."""
    reason = CHANGED if changed else None
    return Outcome(result="open", status="open", reason=reason, changed=changed)


def gone(reason: StatusReason) -> Outcome:
    """The site itself says so."""
    return Outcome(result="gone", status="gone", status_reason=reason)


def unknown(reason: str) -> Outcome:
    """We could not see, which is no sign that it is gone."""
    return Outcome(result="unknown", reason=reason)


def said_by_page(
    fetched: Fetched,
    subject: Subject,
    reader: Reader,
    *,
    now: datetime,
    soft_404: bytes | None = None,
) -> Outcome:
    """What the vacancy's own page says.

    `soft_404` marks the page that this host gives for what does not exist.
    """
    visit = Visit(url=fetched.asked, kind="detail")
    meaning = meaning_of(fetched, visit)
    if meaning == "missing":
        return gone("page_missing")
    if meaning != "read":
        return unknown(refusal(fetched, blocked=meaning in REFUSING))
    # of a site that reserves its texts we kept none, so there is none to compare
    reserved = subject.text == ""
    understood = reader.read(fetched, visit, now=now, reserved=reserved)
    if mine := found_in(understood.vacancies, subject):
        return said_by_vacancy(mine, subject, now)
    if reason := _farewell(fetched, understood, reader, soft_404):
        return gone(reason)
    if understood.vacancies:
        return unknown(OTHER_VACANCY)
    # Of some pages added by hand we never could read more than the heading.
    named = subject.by_hand and _is_heading(fetched, subject, reader)
    return open_() if named else unknown(UNREADABLE)


def said_by_vacancy(vacancy: Vacancy, subject: Subject, now: datetime) -> Outcome:
    """It is there; unless its own last day has passed."""
    closes = vacancy.valid_through
    if closes and closes < now.astimezone(AMSTERDAM).date():
        return gone("expired")
    same = (vacancy.title, vacancy.text) == (subject.title, subject.text)
    return open_(changed=not same)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLook:
    """What reading the list of a board came to; `trouble` says why it failed."""

    found: Vacancy | None = None
    complete: bool = False
    trouble: str | None = None


def said_by_list(look: ListLook, own_page: Outcome | None) -> Outcome:
    """What a list without the vacancy says, beside what its own page says.

    Only the page can say "gone"; only a complete list makes it doubtful.
    """
    if own_page and own_page.result == "gone":
        return own_page
    if look.complete:
        return Outcome(
            result="unknown",
            reason=UNLISTED,
            status="unconfirmed",
            status_reason="unlisted",
        )
    if own_page and own_page.result == "open":
        return own_page
    return unknown(look.trouble or LONG_LIST)


def refusal(fetched: Fetched, *, blocked: bool) -> str:
    """Why an answer tells nothing, in one plain line."""
    if blocked and fetched.status == OK:
        return WALL
    verb = "weigert ons" if blocked else "antwoordt niet goed"
    return f"de site {verb} (HTTP {fetched.status})"


def by_key(vacancies: Sequence[Vacancy], subject: Subject) -> Vacancy | None:
    """Find it among those read, by the key its own platform gives it."""
    return next((v for v in vacancies if v.source_key == subject.source_key), None)


def found_in(vacancies: Sequence[Vacancy], subject: Subject) -> Vacancy | None:
    """Find it on its own page: by its key, or as the only one, of the same title."""
    if found := by_key(vacancies, subject):
        return found
    if len(vacancies) != 1 or not _same_title(vacancies[0].title, subject.title):
        return None
    return replace(
        vacancies[0], id=subject.id, source_key=subject.source_key, url=subject.url
    )


def _farewell(
    fetched: Fetched, understood: Understood, reader: Reader, soft_404: bytes | None
) -> StatusReason | None:
    """How a page that answers 200 says that its vacancy is no more."""
    if Redirects(reader.source.url).leads_away(fetched):
        return "redirected"
    if understood.outcome == "gone":
        return "page_says_so"
    if understood.outcome == "empty" and soft_404 and mark_of(fetched) == soft_404:
        return "page_says_so"
    return None


def _is_heading(fetched: Fetched, subject: Subject, reader: Reader) -> bool:
    try:
        tree = tree_of(fetched.answer(reader.source.name).page)
    except NotAPageError:
        return False
    return any(_same_title(heading, subject.title) for heading in headings(tree))


def _same_title(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()

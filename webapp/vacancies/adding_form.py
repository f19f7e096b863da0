"""From a sent form to a request to add one vacancy."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from schemas.candidate import Candidate
from schemas.tables.added_vacancies import AddedVacancy, AddingRequest
from webapp.site.addresses import web_address
from webapp.writing.fields import Fields, read_amount
from webapp.writing.somebody import why_personal

LONGEST_URL = 2000
LONGEST_ADVERT = 20_000
USUAL_PORTS = (None, 80, 443)
NOTHING = "Vul het webadres van de vacature in, of plak hieronder de tekst."
NO_ADDRESS = "Dit is geen webadres. Bijvoorbeeld: https://www.voorbeeld.nl/vacature"
WITH_LOGIN = "Haal de naam en het wachtwoord uit het adres; dat deel eindigt op @."
TOO_MANY = "Je voegde vandaag al heel veel vacatures toe. Morgen kan het weer."
NO_TITLE = "Vul in hoe de vacature heet. Dat staat boven de tekst."
NO_TEXT = "Plak hier de tekst van de vacature, of maak de velden eronder leeg."
HOURS = (
    "Schrijf de uren per week in cijfers, bijvoorbeeld 16 of 16-24. "
    "Staan er geen uren? Laat dit dan leeg."
)
# As the reader of adverts reads them, who does not tell when it cannot.
IN_FIGURES = re.compile(
    r"(\d{1,2}(?:[.,]\d)?)(?:\s*(?:-|–|/|tot|t/m)\s*(\d{1,2}(?:[.,]\d)?))?"
    r"(?:\s*(?:uur|uren))?(?:\s*per week)?",
    re.IGNORECASE,
)
LONGEST_WEEK, WIDEST_RANGE = 60, 30


def blank() -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {"id": str(uuid4())}


def again(added: AddedVacancy) -> dict[str, str]:
    """The form of a request that was refused, to go on from there.

    The pasted text is not among it: nobody kept that.
    """
    return {
        "id": str(uuid4()),
        "url": added.url,
        "title": added.title,
        "employer": added.employer,
        "place": added.place,
        "hours": added.hours,
    }


def read_request(
    form: Mapping[str, str], candidate: Candidate, asked_by: UUID
) -> tuple[AddingRequest, dict[str, str]]:
    """The request a form describes, and what is wrong with it.

    With a text the address is only where it stood; without one it is what we read.
    """
    fields = Fields(form)
    request = AddingRequest(
        id=fields.new_identity(),
        candidate_id=candidate.id,
        url=_address(fields),
        text=fields.prose("text", on_illness=None, longest=LONGEST_ADVERT),
        title=fields.line("title"),
        employer=fields.line("employer"),
        place=fields.line("place"),
        hours=_hours(fields),
        asked_by=asked_by,
    )
    errors = fields.errors
    if request.text and not request.title:
        errors.setdefault("title", NO_TITLE)
    if not request.text and _beside(request):
        errors.setdefault("text", NO_TEXT)
    elif not request.text and not request.url:
        errors.setdefault("url", NOTHING)
    return request, errors | _told_of(request, candidate)


def _told_of(request: AddingRequest, candidate: Candidate) -> dict[str, str]:
    """Where the candidate stands in what all advisers will see."""
    typed = ("text", "title", "employer", "place", "hours")
    name = candidate.name
    found = {one: why_personal(getattr(request, one), name) for one in typed}
    return {one: why for one, why in found.items() if why}


def _hours(fields: Fields) -> str:
    typed = fields.line("hours")
    if typed and "hours" not in fields.errors and not _are_hours(typed):
        fields.errors["hours"] = HOURS
    return typed


def _are_hours(typed: str) -> bool:
    found = IN_FIGURES.fullmatch(typed)
    if found is None:
        return False
    low = read_amount(found[1]) or 0
    high = read_amount(found[2] or found[1]) or 0
    return 1 <= low <= high <= min(LONGEST_WEEK, low + WIDEST_RANGE)


def _address(fields: Fields) -> str:
    typed = fields.line("url", longest=LONGEST_URL)
    if not typed or "url" in fields.errors:
        return typed
    url = typed if "://" in typed else f"https://{typed}"
    if " " in url or not _names_a_site(url):
        fields.errors["url"] = NO_ADDRESS
    elif "@" in urlsplit(url).netloc:
        fields.errors["url"] = WITH_LOGIN
    return url


def _names_a_site(url: str) -> bool:
    try:
        parts = urlsplit(url)
        usual = parts.port in USUAL_PORTS
    except ValueError:
        return False
    return usual and web_address(url) is not None and "." in (parts.hostname or "")


def _beside(request: AddingRequest) -> bool:
    """Whether something was typed that only goes with a text."""
    typed = (request.title, request.employer, request.place, request.hours)
    return any(typed)

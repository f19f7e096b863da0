"""What one answer comes to: a pure step, so that another process can take it."""

from dataclasses import dataclass, replace
from datetime import datetime

from crawlers.collecting.fetched import Fetched, Meaning, meaning_of
from crawlers.collecting.lessons import mark_of
from crawlers.collecting.reader import NOTHING, Reader, Understood
from crawlers.pages.contact import without_addresses
from crawlers.pages.reservation import NOTHING as NOT_RESERVED
from crawlers.pages.reservation import Reservation, reservation_of
from crawlers.pages.signs import signs_in
from crawlers.platforms.base import Visit
from schemas.tables.pages import Packed, pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a run knows of a page that nobody has read yet.

    `in_full`, or else only whether it still shows a vacancy. `reserved` by the site
    as a whole. `soft_404` is the mark of the host's page for nonsense.
    """

    now: datetime
    in_full: bool = True
    reserved: bool = False
    soft_404: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An answer weighed; `understood` when there was something to read.

    `fetched` has no body and no text any more: of those only `packed` is left. `said`
    is what the page itself reserves; `reserved` counts the site's word too.
    """

    fetched: Fetched
    meaning: Meaning
    understood: Understood | None = None
    said: Reservation = NOT_RESERVED
    reserved: bool = False
    is_soft_404: bool = False
    packed: Packed | None = None


def weigh(reader: Reader, fetched: Fetched, visit: Visit, task: Task) -> Weighed:
    """Say what an answer means and, if there is something to read, read it."""
    signs = signs_in(fetched.text) if fetched.signs is None else fetched.signs
    telling = fetched.text if "reservation" in signs else ""
    said = reservation_of(fetched.headers, telling)
    reserved = task.reserved or said.reserved
    unread = Weighed(
        fetched=replace(fetched, body=b"", text="", signs=None),
        meaning=meaning_of(fetched, visit),
        said=said,
        reserved=reserved,
    )
    if unread.meaning != "read":
        return unread
    if fetched.signs is None:
        fetched = replace(fetched, signs=signs)
    if task.in_full:
        understood = reader.read(fetched, visit, now=task.now, reserved=reserved)
    else:
        understood = reader.look(fetched, visit)
    return replace(
        unread,
        understood=_light(understood, visit),
        is_soft_404=understood.outcome == "empty" and _is_soft_404(fetched, task),
        packed=None if reserved else _packed(fetched, visit, understood),
    )


def _light(understood: Understood, visit: Visit) -> Understood:
    """Of a vacancy's own page nobody asks any more how it was printed."""
    if visit.kind != "detail":
        return understood
    return replace(understood, reading=NOTHING)


def _is_soft_404(fetched: Fetched, task: Task) -> bool:
    return task.soft_404 is not None and mark_of(fetched) == task.soft_404


def _packed(fetched: Fetched, visit: Visit, understood: Understood) -> Packed | None:
    """A list is kept only where vacancies stand on it whole."""
    if visit.kind != "detail" and not understood.vacancies:
        return None
    signs = None if "\x00" in fetched.text else fetched.signs
    return pack(without_addresses(fetched.text.replace("\x00", ""), signs))

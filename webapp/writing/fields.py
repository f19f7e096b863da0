"""Reads a form field by field, and remembers in Dutch what is wrong with it."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from webapp.site.formats import number
from webapp.writing import diagnoses

# PostgreSQL stores no NUL, and no other control character was meant; nor one that
# turns the rest of the line around.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
LINE = 200
PROSE = 4000
MOST = 1e9  # more is no amount of anything here
DUTCH_DAY = "%d-%m-%Y"
EARLIEST = date(2000, 1, 1)
LATEST = date(2100, 1, 1)
UNSAID = ("id", "csrf_token")


class Fields:
    """One sent form; `errors` holds per field the sentence that says what to do."""

    def __init__(self, form: Mapping[str, str]) -> None:
        self._form = form
        self.errors: dict[str, str] = {}

    def line(
        self, name: str, *, missing: str | None = None, longest: int = LINE
    ) -> str:
        """One line of text; `missing` is the error when it may not be empty.

        A name, a number or a code: a line about a candidate is a `sober_line`.
        """
        return self._text(name, " ".join(self._raw(name).split()), longest, missing)

    def sober_line(
        self, name: str, *, missing: str | None = None, work: str = ""
    ) -> str:
        """One line that names no illness but those that `work` itself names."""
        text = self.line(name, missing=missing)
        if diagnoses.named_illness(text, work=work):
            self.errors[name] = diagnoses.MESSAGE
        return text

    def prose(
        self,
        name: str,
        *,
        on_illness: str | None = diagnoses.MESSAGE,
        longest: int = PROSE,
    ) -> str:
        """Text of several lines that names no illness; `on_illness` is the error.

        None: illnesses may be named, for they may be the work (care, pharmacy).
        """
        text = self._text(name, self._raw(name), longest, None)
        if on_illness and diagnoses.named_illness(text):
            self.errors[name] = on_illness
        return text

    def one_of(self, name: str, options: Collection[str], missing: str) -> str:
        """One of `options`; an empty string when `missing` became the error."""
        value = self._raw(name)
        if value in options:
            return value
        self.errors[name] = missing
        return ""

    def day(self, name: str, *, missing: str | None = None) -> date | None:
        """A day, as browsers send it or as somebody types it."""
        value = self._raw(name)
        found = read_day(value)
        if found is None and (value or missing):
            self.errors[name] = (
                "Vul een datum in, bijvoorbeeld 24-11-2026." if value else str(missing)
            )
        return found

    def amount(
        self, name: str, *, lowest: float = 0, highest: float = 10_000
    ) -> float | None:
        """A number as the Dutch write it; nothing typed is None, without an error."""
        text = self.line(name)
        value = read_amount(text)
        if value is not None and lowest <= value <= highest:
            return value
        if value is not None:
            ends = f"{number(lowest)} tot en met {number(highest)}"
            self.errors[name] = f"Vul een getal in van {ends}."
        elif text:
            self.errors[name] = "Vul een getal in, bijvoorbeeld 7,5."
        return None

    def identity(self, name: str) -> UUID | None:
        """An id from a hidden field or a list of choices; nonsense is None."""
        return read_identity(self._raw(name))

    def new_identity(self) -> UUID:
        """The id of what this form makes: the same when it is sent twice."""
        return identity_of_new(self._form) or uuid4()

    def ticked(self, name: str) -> bool:
        """Whether a checkbox is on."""
        return bool(self._raw(name))

    def _raw(self, name: str) -> str:
        return CONTROL.sub("", self._form.get(name, "").replace("\r\n", "\n")).strip()

    def _text(self, name: str, value: str, longest: int, missing: str | None) -> str:
        if not value and missing:
            self.errors[name] = missing
        if len(value) > longest:
            self.errors[name] = f"Maak dit korter: hoogstens {longest} tekens."
        return value[:longest]  # nothing looks for names or illness in a megabyte


def read_day(text: str) -> date | None:
    """`2026-11-24` and `24-11-2026`; None for anything else or another century."""
    for read in (date.fromisoformat, _dutch_day):
        try:
            found = read(text)
        except ValueError:
            continue
        return found if EARLIEST <= found < LATEST else None
    return None


def _dutch_day(text: str) -> date:
    # no clock and no zone: a day is a day
    return datetime.strptime(text, DUTCH_DAY).date()  # noqa: DTZ007


def read_amount(text: str) -> float | None:
    """`7,5` and `7.5`; None for anything else, such as `nan` and `1e308`."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) <= MOST else None


def read_identity(text: str) -> UUID | None:
    """A UUID in its usual notation; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def identity_of_new(form: Mapping[str, str]) -> UUID | None:
    """What a form makes, by the id of the form and all that it says (once per field).

    Sent twice it makes one thing; sent again with other words, another. None: the form
    has no id. The id of a form is random and not kept, so this tells nothing of it.
    """
    given = read_identity(form.get("id", "").strip())
    if given is None:
        return None
    said = sorted((name, text) for name, text in form.items() if name not in UNSAID)
    return uuid5(given, json.dumps(said))


def unless_taken_back(identity: UUID, taken_back: Collection[UUID]) -> UUID:
    """The id of what a form makes: another one when what it made was taken back.

    Always the same other one, so that sent twice it still makes one thing.
    """
    while identity in taken_back:
        identity = uuid5(identity, "again")
    return identity

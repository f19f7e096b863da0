"""How much of a sample can be read, field by field."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from schemas.vacancy import Posting, Vacancy

ENOUGH_TEXT = 400  # characters; a shorter text is a teaser
DIGIT = re.compile(r"\d")
HOURS_ONLY = re.compile(r"full|part|volt|deelt|other", re.IGNORECASE)  # no contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of one field: read, of those only from the text, printed but not understood.

    The rest says nothing about it: absent.
    """

    field: str
    label: str
    read: int
    from_text: int
    unreadable: int
    absent: int

    @property
    def total(self) -> int:
        """The size of the sample."""
        return self.read + self.unreadable + self.absent


@dataclass(frozen=True, slots=True)
class _Field:
    """`is_read` looks at what we understood, `printed` at what the site gave."""

    name: str
    label: str
    is_read: Callable[[Vacancy], bool]
    printed: Callable[[Posting], bool]


def _with_digit(*values: str | None) -> bool:
    return any(value and DIGIT.search(value) for value in values)


FIELDS = (
    _Field("title", "titel", lambda v: bool(v.title), lambda p: bool(p.title)),
    _Field(
        "employer", "werkgever", lambda v: bool(v.employer), lambda p: bool(p.employer)
    ),
    _Field(
        "place",
        "plaats",
        lambda v: v.place is not None,
        lambda p: any(place.locality or place.postcode for place in p.places),
    ),
    _Field(
        "hours",
        "uren",
        lambda v: v.hours_min is not None or v.hours_negotiable,
        lambda p: _with_digit(p.hours),
    ),
    _Field(
        "salary",
        "salaris",
        lambda v: v.salary_min is not None or v.salary_max is not None,
        lambda p: _with_digit(p.salary_min, p.salary_max, p.salary_text),
    ),
    _Field(
        "education",
        "opleiding",
        lambda v: v.education_min is not None,
        lambda p: bool(p.education),
    ),
    _Field(
        "contract",
        "contract",
        lambda v: v.contract is not None,
        lambda p: any(not HOURS_ONLY.search(kind) for kind in p.employment_types),
    ),
    _Field(
        "text",
        f"tekst > {ENOUGH_TEXT} tekens",
        lambda v: len(v.text) > ENOUGH_TEXT,
        lambda p: bool(p.description.strip()),
    ),
    _Field(
        "date_posted",
        "plaatsingsdatum",
        lambda v: v.date_posted is not None,
        lambda p: bool(p.date_posted),
    ),
    _Field(
        "valid_through",
        "sluitingsdatum",
        lambda v: v.valid_through is not None,
        lambda p: bool(p.valid_through),
    ),
)


def scores_of(sample: Sequence[tuple[Posting, Vacancy]]) -> tuple[Score, ...]:
    """A score per field, over what was printed and what we made of it."""
    return tuple(_score(field, sample) for field in FIELDS)


def _score(field: _Field, sample: Sequence[tuple[Posting, Vacancy]]) -> Score:
    read = [vacancy for _, vacancy in sample if field.is_read(vacancy)]
    unread = [posting for posting, vacancy in sample if not field.is_read(vacancy)]
    unreadable = sum(field.printed(posting) for posting in unread)
    return Score(
        field=field.name,
        label=field.label,
        read=len(read),
        from_text=sum(_is_from_text(vacancy, field.name) for vacancy in read),
        unreadable=unreadable,
        absent=len(unread) - unreadable,
    )


def _is_from_text(vacancy: Vacancy, name: str) -> bool:
    return vacancy.provenance.get(name, {}).get("part") == "text" and name != "text"

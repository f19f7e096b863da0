"""What a page said, what we understood of it, and what the work asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid5

VACANCY_NAMESPACE = UUID("5a6c0f2e-8d5b-4a53-9d0c-6b1f3c1f7a10")

SalaryPeriod = Literal["hour", "month", "year"]
Education = Literal["none", "vmbo", "mbo1", "mbo2", "mbo3", "mbo4", "hbo", "wo"]
EDUCATION_LADDER: tuple[Education, ...] = (
    "none",
    "vmbo",
    "mbo1",
    "mbo2",
    "mbo3",
    "mbo4",
    "hbo",
    "wo",
)
Contract = Literal[
    "permanent", "temporary", "agency", "on_call", "apprenticeship", "volunteer"
]
Remote = Literal["none", "hybrid", "full"]
Status = Literal["open", "unconfirmed", "gone"]
StatusReason = Literal[
    "page_missing", "page_says_so", "redirected", "expired", "unlisted", "unseen"
]
Shift = Literal["day", "evening", "night", "weekend", "standby"]
Polarity = Literal["demanded", "absent", "mitigated"]
# Where words stand: in the advert's text or title, or in an answer that was given.
Part = Literal["text", "title", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a fact came from, so that a mended reader can be run again.

    `part` names the part of the page (`json-ld`, `api`, `feed`, `text`, `html`),
    `path` the key or pattern inside it, `raw` the words as they stood there.
    """

    part: str
    path: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingPlace:
    """One place of work, as printed; every part may be missing."""

    locality: str | None = None
    postcode: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What the page said, in its own words; nothing interpreted yet.

    `source_key` is the identity of the job on its own platform; the URL is not.
    """

    source: str
    source_key: str
    url: str
    title: str
    description: str  # HTML as given, unescaped until stable, not yet sanitised
    employer: str | None = None
    intermediary: bool | None = None
    places: tuple[PostingPlace, ...] = ()
    remote: str | None = None
    hours: str | None = None
    employment_types: tuple[str, ...] = ()
    salary_min: str | None = None
    salary_max: str | None = None
    salary_unit: str | None = None
    salary_text: str | None = None
    currency: str | None = None
    education: str | None = None
    date_posted: str | None = None
    valid_through: str | None = None
    language: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One thing the work asks (or says it does not ask) of body, mind or agenda.

    `field` is a name of the capacity table or `shift_*`. `strength`: 3 measurable
    or explicit, 2 clear, 1 boilerplate. `quote` stands at `offset` (characters) in
    the vacancy's `part`; in an `answer` it is all of it. No quote, no demand.
    """

    field: str
    polarity: Polarity
    strength: int
    quote: str
    offset: int
    part: Part = "text"
    value: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """What we understood of a vacancy; None means that the page does not say.

    `country` is None for work in the Netherlands, and where the page does not say.
    Hours per week; salary in euros gross per `salary_period`; `text` is plain text
    with line breaks, without the recruiter's name, telephone or mail address.
    """

    id: UUID
    source: str
    source_key: str
    url: str
    status: Status

    title: str
    employer: str | None
    employer_is_intermediary: bool

    place: str | None
    postcode: str | None
    lat: float | None
    lon: float | None
    remote: Remote | None

    hours_min: float | None
    hours_max: float | None
    hours_negotiable: bool

    salary_min: float | None
    salary_max: float | None
    salary_period: SalaryPeriod | None

    education_min: Education | None
    education_strict: bool
    licences: Sequence[str]
    licences_wish: Sequence[str]
    certificates: Sequence[str]
    certificates_wish: Sequence[str]
    dutch_level: str | None

    contract: Contract | None
    contract_months: int | None
    shifts: Sequence[Shift]

    date_posted: date | None
    valid_through: date | None
    first_seen: datetime
    last_seen: datetime

    language: str | None
    text: str
    isco: str | None
    provenance: Mapping[str, Mapping[str, str]]
    country: str | None = None


def vacancy_id(source: str, source_key: str) -> UUID:
    """The same job on the same source has the same id at every crawl."""
    return uuid5(VACANCY_NAMESPACE, f"{source}\n{source_key}")

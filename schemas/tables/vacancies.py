"""What we understood of every vacancy, and what each crawl saw of it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from psycopg.types.json import Jsonb

from schemas.database import Db, fetch_all, fetch_one, row_of
from schemas.vacancy import Vacancy

# When it was seen and what the matcher adds is not what the page says.
NOT_CONTENT = {
    "id", "status", "first_seen", "last_seen", "shifts", "isco", "provenance",
}  # fmt: skip

Stored = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Which run saw a vacancy, on which page."""

    run_id: int
    page_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hash:
    content_hash: bytes | None


HASH = "select content_hash from vacancy where id = %(id)s for update"
STORE = """
insert into vacancy (
    id, source, source_key, url, status, title, employer, employer_is_intermediary,
    place, postcode, lat, lon, remote, hours_min, hours_max, hours_negotiable,
    salary_min, salary_max, salary_period, education_min, education_strict,
    licences, licences_wish, certificates, certificates_wish, dutch_level,
    contract, contract_months, date_posted, valid_through, first_seen, last_seen,
    language, text, provenance, content_hash, last_changed, page_url, run_id
) values (
    %(id)s, %(source)s, %(source_key)s, %(url)s, %(status)s, %(title)s, %(employer)s,
    %(employer_is_intermediary)s, %(place)s, %(postcode)s, %(lat)s, %(lon)s, %(remote)s,
    %(hours_min)s, %(hours_max)s, %(hours_negotiable)s, %(salary_min)s, %(salary_max)s,
    %(salary_period)s, %(education_min)s, %(education_strict)s, %(licences)s,
    %(licences_wish)s, %(certificates)s, %(certificates_wish)s, %(dutch_level)s,
    %(contract)s, %(contract_months)s, %(date_posted)s, %(valid_through)s,
    %(first_seen)s, %(last_seen)s, %(language)s, %(text)s, %(provenance)s,
    %(content_hash)s, %(last_seen)s, %(page_url)s, %(run_id)s
)
on conflict (id) do update set
    url = excluded.url, status = excluded.status, title = excluded.title,
    employer = excluded.employer,
    employer_is_intermediary = excluded.employer_is_intermediary,
    place = excluded.place, postcode = excluded.postcode,
    lat = excluded.lat, lon = excluded.lon, remote = excluded.remote,
    hours_min = excluded.hours_min, hours_max = excluded.hours_max,
    hours_negotiable = excluded.hours_negotiable,
    salary_min = excluded.salary_min, salary_max = excluded.salary_max,
    salary_period = excluded.salary_period,
    education_min = excluded.education_min,
    education_strict = excluded.education_strict,
    licences = excluded.licences, licences_wish = excluded.licences_wish,
    certificates = excluded.certificates,
    certificates_wish = excluded.certificates_wish,
    dutch_level = excluded.dutch_level,
    contract = excluded.contract, contract_months = excluded.contract_months,
    date_posted = excluded.date_posted, valid_through = excluded.valid_through,
    last_seen = excluded.last_seen, language = excluded.language, text = excluded.text,
    provenance = excluded.provenance, page_url = excluded.page_url,
    run_id = excluded.run_id, gone_at = null, content_hash = excluded.content_hash,
    last_changed = case when vacancy.content_hash is distinct from excluded.content_hash
        then excluded.last_changed else vacancy.last_changed end
"""


def store(db: Db, vacancy: Vacancy, sighting: Sighting) -> Stored:
    """Insert or update by id; one that was gone is open again.

    `first_seen` of a known vacancy stays, and so does what the matcher added.
    """
    known = fetch_one(db, _Hash, HASH, {"id": vacancy.id})
    fresh = content_hash(vacancy)
    columns: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(vacancy).items()
    }
    columns["provenance"] = Jsonb(columns["provenance"])
    columns |= {
        "content_hash": fresh,
        "page_url": sighting.page_url,
        "run_id": sighting.run_id,
    }
    db.execute(STORE, columns)
    if known is None:
        return "new"
    return "same" if known.content_hash == fresh else "changed"


def content_hash(vacancy: Vacancy) -> bytes:
    """One mark over everything that was understood from the page."""
    content = {k: v for k, v in asdict(vacancy).items() if k not in NOT_CONTENT}
    return hashlib.sha256(json.dumps(content, default=str).encode()).digest()


FIELDS = """
    id, source, source_key, url, status, title, employer, employer_is_intermediary,
    place, postcode, lat, lon, remote, hours_min, hours_max, hours_negotiable,
    salary_min, salary_max, salary_period, education_min, education_strict,
    licences, licences_wish, certificates, certificates_wish, dutch_level,
    contract, contract_months, shifts, date_posted, valid_through, first_seen,
    last_seen, language, text, isco, provenance
"""
ONE = f"select {FIELDS} from vacancy where id = %(id)s"  # noqa: S608 - our own constant


def one(db: Db, vacancy_id: UUID) -> Vacancy | None:
    """The vacancy, open or gone."""
    return fetch_one(db, Vacancy, ONE, {"id": vacancy_id})


SEVERAL = f"select {FIELDS} from vacancy where id = any(%(ids)s) order by id"  # noqa: S608


def several(db: Db, ids: Sequence[UUID]) -> list[Vacancy]:
    """Those of `ids` that exist, in order of id."""
    return fetch_all(db, Vacancy, SEVERAL, {"ids": list(ids)})


STILL_OPEN = f"""
select {FIELDS} from vacancy
where status <> 'gone' and (valid_through is null or valid_through >= %(today)s)
order by id
"""  # noqa: S608


def still_open(db: Db, today: date) -> list[Vacancy]:
    """Count a vacancy without a closing date as open; the closing day is a day."""
    return fetch_all(db, Vacancy, STILL_OPEN, {"today": today})


ALL_FOR_EXPORT = f"select {FIELDS} from vacancy order by source, source_key"  # noqa: S608


def all_for_export(db: Db) -> Iterator[Vacancy]:
    """Every vacancy, read in portions; use it inside a transaction."""
    with db.cursor("export_vacancies", row_factory=row_of(Vacancy)) as cursor:
        cursor.itersize = 500
        yield from cursor.execute(ALL_FOR_EXPORT)

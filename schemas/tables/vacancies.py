"""What we understood of every vacancy, and what each crawl saw of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from psycopg.types.json import Jsonb

from schemas.database import Db, fetch_all, fetch_one, row_of
from schemas.tables import duplicates
from schemas.vacancy import Status, Vacancy

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# When it was seen and what the matcher adds is not what the page says.
NOT_CONTENT = {
    "id", "status", "first_seen", "last_seen", "shifts", "isco", "provenance",
}  # fmt: skip

COLUMNS = tuple(field.name for field in fields(Vacancy))
CONTENT = tuple(name for name in COLUMNS if name not in NOT_CONTENT)

Stored = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """A vacancy as read from a page."""

    vacancy: Vacancy
    page_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    id: UUID
    content_hash: bytes | None
    status: Status
    language: str | None
    run_id: int | None


KNOWN = """
select id, content_hash, status, language, run_id from vacancy
where id = any(%(ids)s) order by id for update
"""
KEPT = """
    id, source, source_key, url, status, title, employer, employer_is_intermediary,
    place, postcode, country, lat, lon, remote, hours_min, hours_max, hours_negotiable,
    salary_min, salary_max, salary_period, education_min, education_strict,
    licences, licences_wish, certificates, certificates_wish, dutch_level,
    contract, contract_months, date_posted, valid_through, first_seen, last_seen,
    language, text, provenance, content_hash, last_changed, page_url, run_id,
    status_since, status_reason, gone_at
"""
STORE = f"""
insert into vacancy ({KEPT})
select {KEPT} from jsonb_populate_recordset(null::vacancy, %(rows)s)
on conflict (id) do update set
    url = excluded.url, title = excluded.title, employer = excluded.employer,
    employer_is_intermediary = excluded.employer_is_intermediary,
    place = excluded.place, postcode = excluded.postcode,
    country = excluded.country,
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
    run_id = excluded.run_id, missed = 0, content_hash = excluded.content_hash,
    last_changed = case when vacancy.content_hash is distinct from excluded.content_hash
        then excluded.last_changed else vacancy.last_changed end,
    status = excluded.status, status_reason = excluded.status_reason,
    gone_at = excluded.gone_at,
    status_since = case when vacancy.status <> excluded.status
        then excluded.status_since else vacancy.status_since end
"""  # noqa: S608 - our own constant


def store(db: Db, sighted: Sequence[Sighted], *, run_id: int) -> list[Stored]:
    """Insert or update by id, in order; one that was gone is open again.

    One whose closing date has passed (by its own `last_seen`) is gone, and says so.
    `first_seen` of a known vacancy stays, and so does what the matcher added. Where
    one run finds a vacancy in Dutch and in another language, the Dutch one stays.
    """
    ids = [one.vacancy.id for one in sighted]
    known = {row.id: row for row in fetch_all(db, _Known, KNOWN, {"ids": ids})}
    results: list[Stored] = []
    rows: dict[UUID, dict[str, Any]] = {}  # of two on one page the last stays
    again: list[Sighted] = []
    for one in sighted:
        row = _row(one, run_id)
        before = known.get(one.vacancy.id)
        results.append(_compare(before, row["content_hash"]))
        if before and (_nothing_new(before, row) or _lesser_twin(before, row)):
            again.append(one)
            continue
        known[one.vacancy.id] = _Known(
            id=one.vacancy.id,
            content_hash=row["content_hash"],
            status=row["status"],
            language=one.vacancy.language,
            run_id=run_id,
        )
        rows[one.vacancy.id] = row
    if rows:
        db.execute(STORE, {"rows": Jsonb(list(rows.values()), dumps=_dumps)})
    _see_again(db, again, run_id)
    return results


SEE_AGAIN = """
update vacancy set last_seen = seen.moment, run_id = %(run_id)s, missed = 0,
    page_url = seen.page_url
from unnest(%(ids)s::uuid[], %(pages)s::text[], %(moments)s::timestamptz[])
    as seen (id, page_url, moment)
where vacancy.id = seen.id
"""


def _see_again(db: Db, again: Sequence[Sighted], run_id: int) -> None:
    """What says nothing new is only seen; that writes far less."""
    if again:
        parameters = {
            "run_id": run_id,
            "ids": [one.vacancy.id for one in again],
            "pages": [one.page_url for one in again],
            "moments": [one.vacancy.last_seen for one in again],
        }
        db.execute(SEE_AGAIN, parameters)


def _row(one: Sighted, run_id: int) -> dict[str, Any]:
    vacancy = one.vacancy
    columns: dict[str, Any] = {name: getattr(vacancy, name) for name in COLUMNS}
    seen_on = vacancy.last_seen.astimezone(AMSTERDAM).date()
    expired = vacancy.valid_through is not None and vacancy.valid_through < seen_on
    return columns | {
        "content_hash": content_hash(vacancy),
        "page_url": one.page_url,
        "run_id": run_id,
        "last_changed": vacancy.last_seen,
        "status_since": vacancy.last_seen,
        "status": "gone" if expired else "open",
        "status_reason": "expired" if expired else None,
        "gone_at": vacancy.last_seen if expired else None,
    }


def _dumps(rows: object) -> str:
    return json.dumps(rows, default=_written, ensure_ascii=False)


def _written(value: object) -> str:
    """As PostgreSQL reads it."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)


def _compare(before: _Known | None, fresh: bytes) -> Stored:
    if before is None:
        return "new"
    return "same" if before.content_hash == fresh else "changed"


def _nothing_new(before: _Known, row: Mapping[str, Any]) -> bool:
    return (before.content_hash, before.status) == (row["content_hash"], row["status"])


def _lesser_twin(before: _Known, row: Mapping[str, Any]) -> bool:
    in_dutch = before.language == "nl" and row["language"] != "nl"
    return in_dutch and before.run_id == row["run_id"]


def content_hash(vacancy: Vacancy) -> bytes:
    """One mark over everything that was understood from the page."""
    content = {name: getattr(vacancy, name) for name in CONTENT}
    return hashlib.sha256(json.dumps(content, default=str).encode()).digest()


FIELDS = """
    id, source, source_key, url, status, title, employer, employer_is_intermediary,
    place, postcode, lat, lon, remote, hours_min, hours_max, hours_negotiable,
    salary_min, salary_max, salary_period, education_min, education_strict,
    licences, licences_wish, certificates, certificates_wish, dutch_level,
    contract, contract_months, shifts, date_posted, valid_through, first_seen,
    last_seen, language, text, isco, provenance, country
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
select {FIELDS} from vacancy v
where status <> 'gone' and country is null
  and (valid_through is null or valid_through >= %(today)s) and {duplicates.SHOWN}
order by id
"""  # noqa: S608


def still_open(db: Db, today: date) -> list[Vacancy]:
    """One of each job, in the Netherlands; the closing day is itself a day."""
    return fetch_all(db, Vacancy, STILL_OPEN, {"today": today})


ALL_FOR_EXPORT = f"select {FIELDS} from vacancy order by source, source_key"  # noqa: S608


def all_for_export(db: Db) -> Iterator[Vacancy]:
    """Every vacancy, read in portions; use it inside a transaction."""
    with db.cursor("export_vacancies", row_factory=row_of(Vacancy)) as cursor:
        cursor.itersize = 500
        yield from cursor.execute(ALL_FOR_EXPORT)

"""A word that stands nowhere else, in every column where somebody can write."""

from collections.abc import Mapping
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from schemas import sealed_capacity, sealed_findings
from schemas.capacity import CapacityItem
from schemas.catalogue.columns import Column, of_kind
from schemas.database import Db
from schemas.opened_rows import CELLS
from schemas.tables.candidate_keys import key_to_seal
from schemas.vault import DataKey
from tests.sealing import VAULT

Place = tuple[str, str]  # a table and its column
# Words of a list that our programs know, and the database does not hold them to.
CHOSEN = {
    *(("candidate", name) for name in ("travel_modes", "excluded_shifts", "education")),
    *(("attempt", "kind"), ("attempt", "outcome"), ("judgement", "reason")),
    ("attempt", "unreached"),  # worked out from the outcome
    ("task", "cannot_reason_sealed"),
}
# What tells about whom a row is; people at employers are about no candidate.
OWN_COLUMN = {"candidate": "id", "company_person": None}
# What programs alone write there, and cannot do without.
OF_PROGRAMS = {"candidate_key", "procrastinate_jobs"}
TYPES = """
select table_name, column_name, data_type from information_schema.columns
where table_schema = 'public'
"""


def planted(database, candidate: UUID) -> Mapping[str, Place]:
    """The canaries in the rows about a candidate, each with where it was put.

    Columns that take only words of a list are left as they are.
    """
    with database.connect() as db:
        types = {(table, name): kind for table, name, kind in db.execute(TYPES)}
        kinds = of_kind("personal", "health", "confidential")
        columns = [one for one in kinds if one.table not in OF_PROGRAMS]
        found = {}
        for number, column in enumerate(columns):
            place, canary = (column.table, column.name), f"kanarie{number:03}x"
            if place not in CHOSEN and _plant(
                db, candidate, column, types[place], canary
            ):
                found[canary] = place
        return found


def _plant(db: Db, candidate: UUID, column: Column, kind: str, canary: str) -> bool:
    """Whether the canary stands in the column now."""
    place = column.table, column.name
    whose = OWN_COLUMN.get(column.table, "candidate_id")
    if place == ("dossier_export", "sealed"):
        return False  # the program makes that file of all the others
    if place in CELLS:
        return _plant_sealed(db, candidate, column, canary)
    wanted = {"text": canary, "ARRAY": [canary]}.get(kind)
    if wanted is None:
        return False
    change = f"update {column.table} set {column.name} = %s"
    about = f" where {whose} = %s" if whose else ""
    return _goes(db, change + about, (wanted, candidate) if whose else (wanted,))


def _goes(db: Db, change: str, values: object) -> bool:
    """Whether a change touched a row; False where only words of a list may stand."""
    try:
        with db.transaction():
            return db.execute(change, values).rowcount > 0
    except (psycopg.errors.IntegrityError, psycopg.errors.DataError):
        return False


def _plant_sealed(db: Db, candidate: UUID, column: Column, canary: str) -> bool:
    query = f"select * from {column.table} where candidate_id = %s"
    rows = db.cursor(row_factory=dict_row).execute(query, (candidate,)).fetchall()
    key = key_to_seal(db, VAULT, candidate)
    goes = [_seal_one(db, key, column, row, canary) for row in rows]
    return any(goes)


def _seal_one(db: Db, key: DataKey, column: Column, row, canary: str) -> bool:
    cell, old = CELLS[column.table, column.name](row), row[column.name]
    text = _said(cell.column, canary, key.open(cell, old) if old else "")
    same = " and ".join(f"{name} = %({name})s" for name in row if name in IDS)
    change = f"update {column.table} set {column.name} = %(sealed)s where {same}"
    return _goes(db, change, row | {"sealed": key.seal(cell, text)})


def _said(column: str, canary: str, old: str) -> str:
    """The canary in what a sealed column holds, which may be lists."""
    if column == "sealed":
        item = CapacityItem(field="lift_kg", level=2, value=5.0, sentence=canary)
        return sealed_capacity.write([item], [])
    if column == "findings":
        found = sealed_findings.stored(old)
        return sealed_findings.as_text(
            {name: [{**one, "text": canary} for one in found[name]] for name in found}
        )
    return canary


IDS = ("id", "candidate_id", "run_id", "vacancy_id")

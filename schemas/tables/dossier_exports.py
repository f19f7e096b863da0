"""A candidate's own data in one file: asked, made, fetched, forgotten."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.tables.candidate_keys import key_to_seal
from schemas.vault import Cell, Vault, WrappedKey

ASK = "select request_export()"


def ask(db: Db) -> bool:
    """Have a file made for the candidate who asks; False: often enough for a day."""
    row = db.execute(ASK).fetchone()
    return bool(row and row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierExport:
    """A file that is waited for (`made_at` None) or can be fetched."""

    id: UUID
    asked_at: datetime
    made_at: datetime | None
    expires_at: datetime | None


MINE = """
select id, asked_at, made_at, expires_at from dossier_export order by asked_at desc
"""


def mine(db: Db) -> list[DossierExport]:
    """The files of the candidate who asks that are not over yet, newest first."""
    return fetch_all(db, DossierExport, MINE, {})


def file_cell(export_id: UUID) -> Cell:
    """Where a file is sealed."""
    return Cell(table="dossier_export", column="sealed", row=str(export_id))


FILE = """
select candidate_id, sealed, kek, wrapped
from dossier_export join candidate_key using (candidate_id)
where id = %(id)s and sealed is not null
"""


def file(db: Db, export_id: UUID, *, vault: Vault) -> bytes | None:
    """The file, for its candidate alone; None when it is over or not made yet."""
    row = db.execute(FILE, {"id": export_id}).fetchone()
    if row is None:
        return None
    candidate_id, sealed, kek, wrapped = row
    key = WrappedKey(candidate_id=candidate_id, kek=kek, wrapped=wrapped)
    return vault.key(key).open_file(file_cell(export_id), sealed)


WAITING = """
select candidate_id from dossier_export where id = %(id)s and made_at is null for update
"""


def waiting_for(db: Db, export_id: UUID) -> UUID | None:
    """Whose data this export is to hold; None when it was made or withdrawn."""
    row = db.execute(WAITING, {"id": export_id}).fetchone()
    return row[0] if row else None


KEEP = """
update dossier_export
set sealed = %(sealed)s, made_at = now(), expires_at = now() + interval '7 days'
where id = %(id)s
"""


def keep(
    db: Db, export_id: UUID, candidate_id: UUID, made: bytes, *, vault: Vault
) -> None:
    """Lay the file ready for a week, sealed by the candidate's key."""
    key = key_to_seal(db, vault, candidate_id)
    sealed = key.seal_file(file_cell(export_id), made)
    db.execute(KEEP, {"id": export_id, "sealed": sealed})


FORGET = """
delete from dossier_export
where expires_at < now() or (made_at is null and asked_at < now() - interval '1 day')
"""


def forget_old(db: Db) -> int:
    """Remove the files whose week is over, and what never came; says how many."""
    return db.execute(FORGET).rowcount

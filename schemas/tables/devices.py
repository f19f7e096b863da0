"""Devices on which a candidate need not type a mailed code each time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.database import Db

FORGET_OLD = "delete from device where expires_at < now()"
REMEMBER = """
insert into device (token_hash, account_id, expires_at)
values (%(token_hash)s, %(account_id)s, %(expires_at)s)
"""


def remember(db: Db, account_id: UUID, token_hash: bytes, expires_at: datetime) -> None:
    """Trust the device with this token until `expires_at`."""
    db.execute(FORGET_OLD)
    values = {"account_id": account_id, "token_hash": token_hash}
    db.execute(REMEMBER, {**values, "expires_at": expires_at})


KNOWN = """
select exists (select from device where token_hash = %(token_hash)s
    and account_id = %(account_id)s and expires_at > now())
"""


def is_known(db: Db, account_id: UUID, token_hash: bytes) -> bool:
    """Whether this very account trusts the device."""
    values = {"account_id": account_id, "token_hash": token_hash}
    row: Any = db.execute(KNOWN, values).fetchone()
    return bool(row[0])


FORGET = "delete from device where account_id = %(account_id)s"


def forget(db: Db, account_id: UUID) -> None:
    """Trust no device of this account any more."""
    db.execute(FORGET, {"account_id": account_id})

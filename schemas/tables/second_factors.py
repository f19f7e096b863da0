"""The app and the recovery codes of an account, for role web_auth."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schemas.database import Db, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactor:
    """What an account has; `seed` is sealed, None without an app."""

    seed: bytes | None
    recovery_left: int


ONE = """
select a.totp_seed as seed,
    (select count(*) from recovery_code r
     where r.account_id = a.id and r.used_at is null) as recovery_left
from account a where a.id = %(id)s
"""


def one(db: Db, account_id: UUID) -> SecondFactor:
    """The second factor of an account that exists."""
    found = fetch_one(db, SecondFactor, ONE, {"id": account_id})
    return found or SecondFactor(seed=None, recovery_left=0)


SET_SEED = """
update account set totp_seed = %(seed)s, totp_step = %(step)s where id = %(id)s
"""


def set_seed(db: Db, account_id: UUID, seed: bytes | None, *, step: int = 0) -> None:
    """Use this app from now on (None: no app); `step` proved it and is used up."""
    db.execute(SET_SEED, {"id": account_id, "seed": seed, "step": step})


USE_STEP = """
update account set totp_step = %(step)s where id = %(id)s and totp_step < %(step)s
"""


def use_step(db: Db, account_id: UUID, step: int) -> bool:
    """Use up a time step; False when it, or a later one, was used before."""
    return db.execute(USE_STEP, {"id": account_id, "step": step}).rowcount == 1


DROP_CODES = "delete from recovery_code where account_id = %(id)s"
ADD_CODES = """
insert into recovery_code (account_id, code_hash)
select %(id)s, hash from unnest(%(hashes)s::bytea[]) as made (hash)
"""


def replace_codes(db: Db, account_id: UUID, hashes: Sequence[bytes]) -> None:
    """These recovery codes count, and none of before."""
    db.execute(DROP_CODES, {"id": account_id})
    db.execute(ADD_CODES, {"id": account_id, "hashes": list(hashes)})


USE_CODE = """
update recovery_code set used_at = now()
where account_id = %(id)s and code_hash = %(hash)s and used_at is null
"""


def use_code(db: Db, account_id: UUID, code_hash: bytes) -> bool:
    """Use up a recovery code; False when there is no such code left."""
    values = {"id": account_id, "hash": code_hash}
    return db.execute(USE_CODE, values).rowcount == 1

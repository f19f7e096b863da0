"""The sealed secrets of apps, all at once, to be sealed by another key."""

from dataclasses import dataclass
from uuid import UUID

from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeed:
    """A sealed seed: of an account, or (`halfway`) of an app that is being set up."""

    account_id: UUID
    seed: bytes
    halfway: bytes | None


KEPT = """
select id as account_id, totp_seed as seed, null::bytea as halfway
from account where totp_seed is not null
union all
select account_id, totp_seed, token_hash from sign_in
where totp_seed is not null and expires_at > now()
order by account_id
"""


def everything(db: Db) -> list[KeptSeed]:
    """Every sealed seed there is, as maintenance."""
    return fetch_all(db, KeptSeed, KEPT, {})


# A seed that was replaced in the meantime is sealed by the key of now already.
RESEAL = """
update account set totp_seed = %(new)s where id = %(id)s and totp_seed = %(old)s
"""
RESEAL_HALFWAY = """
update sign_in set totp_seed = %(new)s
where token_hash = %(halfway)s and totp_seed = %(old)s
"""


def reseal(db: Db, kept: KeptSeed, new: bytes) -> None:
    """Keep the same seed sealed by another key, as maintenance."""
    values = {"id": kept.account_id, "old": kept.seed, "new": new}
    if kept.halfway is None:
        db.execute(RESEAL, values)
    else:
        db.execute(RESEAL_HALFWAY, {**values, "halfway": kept.halfway})

"""A new key for the installation: data keys and apps are wrapped again, no text is."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from schemas import seeds
from schemas.database import Db, connect
from schemas.keys import vault_of
from schemas.opening import OpenDatabase
from schemas.seeds import Sealer
from schemas.tables import candidate_keys, kept_seeds
from schemas.tables.kept_seeds import KeptSeed
from schemas.vault import UnknownKeyError, Vault

AT_ONCE = 100  # in one transaction
SHOWN = 5  # accounts in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """How many keys of candidates, and secrets of apps, the new key wraps now."""

    keys: int
    apps: int


def rotate(opened: OpenDatabase, heard: Callable[[int, int], None]) -> Rotated:
    """Wrap by SPOORZOEKER_KEK what SPOORZOEKER_KEK_OLD wrapped.

    Stopped halfway, the next run goes on. The site works meanwhile, as long as it has
    both keys. UnknownKeyError, before anything is changed, without an old key.
    """
    vault, sealer = vault_for(opened), seeds.sealer_of(opened.settings)
    with connect(opened.role("maintenance")) as db:
        with db.transaction():
            _demand_open(db, sealer)
        keys = _rewrap(db, vault, heard)
        with db.transaction():
            apps = _reseal(db, sealer)
    return Rotated(keys=keys, apps=apps)


def _rewrap(db: Db, vault: Vault, heard: Callable[[int, int], None]) -> int:
    done = 0
    with db.transaction():
        left = candidate_keys.left_to_rewrap(db, vault)
    while True:
        with db.transaction():
            some = candidate_keys.rewrap_some(db, vault, limit=AT_ONCE)
        if not some:
            return done
        done += some
        heard(done, left)


def _reseal(db: Db, sealer: Sealer) -> int:
    """Seal the secrets of apps by the key of now; says how many were not."""
    done = 0
    for kept in kept_seeds.everything(db):
        if new := seeds.renewed(sealer, kept.account_id, kept.seed):
            kept_seeds.reseal(db, kept, new)
            done += 1
    return done


def _demand_open(db: Db, sealer: Sealer) -> None:
    """UnknownKeyError for the secret of an app that no key of ours opens."""
    kept = kept_seeds.everything(db)
    if closed := {str(one.account_id) for one in kept if _is_closed(sealer, one)}:
        raise UnknownKeyError(
            f"the app of {', '.join(sorted(closed)[:SHOWN])} was sealed by a key that "
            "is not here: set SPOORZOEKER_KEK_OLD, or `users reset-factor`"
        )


def _is_closed(sealer: Sealer, kept: KeptSeed) -> bool:
    try:
        seeds.unseal(sealer, kept.account_id, kept.seed)
    except InvalidTag:
        return True
    return False


def vault_for(opened: OpenDatabase) -> Vault:
    """The vault, with every key that this database needs; else UnknownKeyError."""
    vault = vault_of(opened.settings)
    with connect(opened.role("maintenance")) as db:
        lacking = candidate_keys.names_in_use(db) - vault.keks
    if lacking:
        raise UnknownKeyError(
            f"this database needs the key {', '.join(sorted(lacking))} too: "
            "set SPOORZOEKER_KEK, or SPOORZOEKER_KEK_OLD after a rotation"
        )
    return vault

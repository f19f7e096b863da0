"""A new key for the installation: data keys are wrapped again, nothing is resealed."""

from collections.abc import Callable

from schemas.database import connect
from schemas.keys import vault_of
from schemas.opening import OpenDatabase
from schemas.tables import candidate_keys
from schemas.vault import UnknownKeyError, Vault

AT_ONCE = 100  # in one transaction


def rotate(opened: OpenDatabase, heard: Callable[[int, int], None]) -> int:
    """Wrap by SPOORZOEKER_KEK what SPOORZOEKER_KEK_OLD wrapped; how many there were.

    Stopped halfway, the next run goes on. The site works meanwhile, as long as it has
    both keys. UnknownKeyError, before anything is changed, without an old key.
    """
    vault, done = vault_for(opened), 0
    with connect(opened.role("maintenance")) as db:
        with db.transaction():
            left = candidate_keys.left_to_rewrap(db, vault)
        while True:
            with db.transaction():
                some = candidate_keys.rewrap_some(db, vault, limit=AT_ONCE)
            if not some:
                return done
            done += some
            heard(done, left)


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

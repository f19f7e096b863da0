"""The key of this installation: from the settings, else a file of its own.

The file is for a demo or a trial on one machine; in production the key comes from the
environment, so that a copy of the disk does not hold lock and key together.
"""

import base64
import os
import stat
from pathlib import Path

from schemas.errors import BadInputError
from schemas.settings import Settings
from schemas.vault import KEY_BYTES, Vault

FILE = "kek"


class KeyMissingError(BadInputError):
    """In production without a key of one's own, or with a key file others may read."""


def vault_of(settings: Settings) -> Vault:
    """The vault of this installation; KeyMissingError when there is no fit key."""
    return Vault(settings.kek or _from_file(settings), settings.kek_old)


def _from_file(settings: Settings) -> bytes:
    if settings.production:
        raise KeyMissingError(
            "SPOORZOEKER_KEK is needed in production: the base64 of 32 random bytes, "
            "as `openssl rand -base64 32` gives; keep a copy where no backup goes"
        )
    path = settings.home / FILE
    if not path.exists():
        _make(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyMissingError(f"others may read {path}: chmod 600")
    key = base64.b64decode(path.read_text())
    if len(key) != KEY_BYTES:
        raise KeyMissingError(f"{path} holds no key")
    return key


def _make(path: Path) -> None:
    """Write a new key whole or not at all; of two that start at once one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(draft, flags, 0o600), "w") as file:
        file.write(base64.b64encode(os.urandom(KEY_BYTES)).decode())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # the other was first
    finally:
        draft.unlink()

"""The secrets of authenticator apps, which the database holds only sealed."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from schemas.settings import Settings

NONCE_BYTES = 12
KEY_BYTES = 32
PURPOSE = b"spoorzoeker totp seed"
FILE = "seeds.key"


class Sealer(Protocol):
    """Closes bytes for everybody without the key; `about` must be the same later.

    `renewed` gives what an older key sealed as the key of now seals it, None for what
    that key sealed itself. InvalidTag for what no key of ours opens.
    """

    def seal(self, plain: bytes, about: bytes) -> bytes: ...
    def open(self, sealed: bytes, about: bytes) -> bytes: ...
    def renewed(self, sealed: bytes, about: bytes) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class KeySealer:
    """AES-256-GCM under a key of its own, derived from the installation's key."""

    key: bytes
    older: tuple[bytes, ...] = ()  # which the key replaced; they only open

    def seal(self, plain: bytes, about: bytes) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(_derived(self.key)).encrypt(nonce, plain, about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        for key in self.older:
            with suppress(InvalidTag):
                return _opened(key, sealed, about)
        return _opened(self.key, sealed, about)

    def renewed(self, sealed: bytes, about: bytes) -> bytes | None:
        with suppress(InvalidTag):
            _opened(self.key, sealed, about)
            return None
        return self.seal(self.open(sealed, about), about)


def _opened(key: bytes, sealed: bytes, about: bytes) -> bytes:
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    return AESGCM(_derived(key)).decrypt(nonce, rest, about)


def _derived(key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=PURPOSE).derive(key)


def sealer_of(settings: Settings) -> Sealer:
    """The sealer of this installation.

    Its key is SPOORZOEKER_KEK, else made from SPOORZOEKER_SECRET; without either (a
    trial on one's own machine) a file in the data folder, made when first needed.
    Whoever goes from one to the next keeps what was sealed before.
    """
    if settings.kek is not None:
        return KeySealer(settings.kek, (*settings.kek_old, *_of_trials(settings)))
    if settings.secret is not None:
        return KeySealer(_of_secret(settings.secret))
    return FileSealer(settings.home / FILE)


def _of_trials(settings: Settings) -> Iterator[bytes]:
    """What sealed before this installation had a key of its own."""
    if settings.secret is not None:
        yield _of_secret(settings.secret)
    if (path := settings.home / FILE).exists():
        yield path.read_bytes()


def _of_secret(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True, slots=True)
class FileSealer:
    """A sealer whose key lies in a file that only its owner reads."""

    path: Path

    def seal(self, plain: bytes, about: bytes) -> bytes:
        return self._sealer().seal(plain, about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        return self._sealer().open(sealed, about)

    def renewed(self, sealed: bytes, about: bytes) -> bytes | None:
        return self._sealer().renewed(sealed, about)

    def _sealer(self) -> KeySealer:
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(self.path, flags, 0o600), "wb") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
        return KeySealer(self.path.read_bytes())


def seal(sealer: Sealer, account_id: UUID, seed: bytes) -> bytes:
    """The seed as the column holds it: worth nothing in another account's row."""
    return sealer.seal(seed, account_id.bytes)


def unseal(sealer: Sealer, account_id: UUID, sealed: bytes) -> bytes:
    """The seed itself; cryptography's InvalidTag under another key or account."""
    return sealer.open(sealed, account_id.bytes)


def renewed(sealer: Sealer, account_id: UUID, sealed: bytes) -> bytes | None:
    """The column by the key of now; None when it is. InvalidTag as `unseal` has it."""
    return sealer.renewed(sealed, account_id.bytes)

"""Passwords: argon2id, and never more than two hashes at a time."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12

# One hash takes 64 MiB; eight sign-ins at once would take half a gigabyte.
_AT_ONCE = BoundedSemaphore(2)
_HASHER = PasswordHasher()


class WeakPasswordError(ValueError):
    """A password that is too short to be used."""


def hash_password(password: str) -> str:
    """The argon2id hash; WeakPasswordError under twelve characters."""
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"een wachtwoord heeft minstens {SHORTEST} tekens")
    with _AT_ONCE:
        return _HASHER.hash(password)


def is_right(password_hash: str, password: str) -> bool:
    """Whether `password` belongs to the hash."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(password_hash)


@cache
def nobody() -> str:
    """A hash to check for an unknown mail address, so that both answers take as long.

    Made at the first sign-in of a process, whoever it is: ask before you know.
    """
    with _AT_ONCE:
        return _HASHER.hash("nobody has this password")

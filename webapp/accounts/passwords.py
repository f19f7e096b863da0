"""Passwords: what may be one, and argon2id, never more than two hashes at a time."""

from collections.abc import Iterable
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from webapp.accounts.guessable import is_guessable

SHORTEST = 12
LONGEST = 1000  # far beyond any sentence; hashing more would be work for a stranger

# One hash takes 64 MiB; eight sign-ins at once would take half a gigabyte.
_AT_ONCE = BoundedSemaphore(2)
_HASHER = PasswordHasher()


class WeakPasswordError(ValueError):
    """A password that may not be used; what is said is for the person who chose it."""


def check_new(password: str, about: Iterable[str] = ()) -> None:
    """WeakPasswordError unless it may be a new password.

    `about` is what others know of the owner: name, mail address, organisation. Any
    character may be in it, and none has to be.
    """
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"Neem minstens {SHORTEST} tekens.")
    if len(password) > LONGEST:
        raise WeakPasswordError(f"Neem hoogstens {LONGEST} tekens.")
    if is_guessable(password, about):
        raise WeakPasswordError(
            "Dit is makkelijk te raden. Neem vier woorden die niets met elkaar te "
            "maken hebben."
        )


def hash_password(password: str) -> str:
    """The argon2id hash; WeakPasswordError under twelve characters."""
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"Neem minstens {SHORTEST} tekens.")
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

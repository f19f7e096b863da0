"""Tokens and codes: how they are made, how they are read back, how they are kept.

Only hashes are kept. A code of few digits is hashed with a secret that is not in the
database, so that the database alone does not give it away.
"""

import hashlib
import hmac
import re
import secrets
from uuid import UUID

TOKEN_BYTES = 32
CODE_DIGITS = 6
# Crockford's base32: no I, L, O or U, which are misread or spell something
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("OIL", "011")
ACCESS_LETTERS = 12  # of five bits each: 60 bits
RECOVERY_LETTERS = 26  # 130 bits
RECOVERY_CODES = 10
GROUP = 4


def new_token() -> str:
    """256 random bits, fit for a cookie and an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(secret: str) -> bytes:
    """What is kept of a token or a recovery code, which nobody can guess."""
    return hashlib.sha256(secret.encode()).digest()


def new_mail_code() -> str:
    """Six digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def read_digits(typed: str) -> str:
    """The digits alone: people type `123 456`."""
    return re.sub(r"[\s.-]", "", typed)


def bound_hash(token: str, code: str) -> bytes:
    """What is kept of a mailed code: worth nothing without the token of the cookie."""
    return hmac.digest(token.encode(), code.encode(), "sha256")


def new_access_code() -> str:
    """Twelve letters and digits, as `7K2M-QX9D-4FWH`."""
    return _grouped(_letters(ACCESS_LETTERS))


def access_hash(invitation: UUID, code: str) -> bytes:
    """What is kept of an access code: another hash for every invitation."""
    return hmac.digest(invitation.bytes, read_letters(code).encode(), "sha256")


def new_recovery_codes() -> tuple[str, ...]:
    """Ten codes to write down, of at least 128 bits each."""
    return tuple(_grouped(_letters(RECOVERY_LETTERS)) for _ in range(RECOVERY_CODES))


def recovery_hash(code: str) -> bytes:
    """What is kept of a recovery code, however it is spaced."""
    return hash_of(read_letters(code))


def read_letters(typed: str) -> str:
    """A code as somebody copies it: any case, any spacing, O for 0, I or L for 1."""
    return re.sub(r"[^0-9A-Z]", "", typed.upper()).translate(MISREAD)


def same(one: bytes, other: bytes) -> bool:
    """Whether two hashes are equal, in a time that tells nothing."""
    return hmac.compare_digest(one, other)


def _letters(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def _grouped(letters: str) -> str:
    return "-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP))

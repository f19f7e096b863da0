"""How often one may try: a growing wait per account, a bound per network, no lock.

A try is counted before it is weighed, so that many at once are no way around it, and
taken back when it was not weighed: waiting never gets longer by trying.
"""

import ipaddress
from dataclasses import dataclass

from schemas.database import Db
from schemas.tables import login_attempts
from schemas.tables.login_attempts import Failures

PER_ACCOUNT = 10  # failures in a quarter of an hour
PER_NETWORK = 50
FREE_TRIES = 2  # then 1, 2, 4 … seconds
LONGEST_WAIT = 60.0
TELL_OWNER_AT = 5
ASKED_PER_ADDRESS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A try that may be weighed; it counts as failed until it is `succeeded`."""

    key: str
    rows: tuple[int, ...]


def wait(failures: int) -> float:
    """Seconds to wait after so many failures: 0, 0, 1, 2, 4 … 60."""
    if failures < FREE_TRIES:
        return 0.0
    # beyond the tenth the exponent matters no more, and would not fit
    return min(LONGEST_WAIT, 2.0 ** (min(failures, PER_ACCOUNT) - FREE_TRIES))


def begin(db: Db, who: str, network: str) -> Try | None:
    """Count a try for `who`; None when it is too soon. Commits, to be seen at once.

    `who` is the account's id, or the address that nobody has: one account has many
    spellings, and an unknown one is treated no better. Tries of one account are weighed
    one after the other: a whole sign-in clears what others counted, and two at once
    would each wait for what the other clears.
    """
    keys = (f"account {who}", f"network {network}")
    rows = login_attempts.note(db, keys)
    db.commit()
    account, whole_network = (login_attempts.before(db, key, rows) for key in keys)
    if _must_wait(account) or whole_network.count >= PER_NETWORK:
        login_attempts.forget(db, rows)
        db.commit()
        return None
    login_attempts.hold(db, keys[0])
    return Try(key=keys[0], rows=rows)


def _must_wait(account: Failures) -> bool:
    if account.count >= PER_ACCOUNT:
        return True
    ago = account.seconds_ago
    return ago is not None and ago < wait(account.count)


def taken_back(db: Db, one: Try) -> None:
    """Take back a right try, when more is asked: earlier failures still count."""
    login_attempts.forget(db, one.rows)


def failed(db: Db, one: Try) -> bool:
    """Leave it counted; whether it is the failure that the owner is told of."""
    return login_attempts.count(db, one.key) == TELL_OWNER_AT


def whole(db: Db, who: str) -> None:
    """A whole sign-in clears what failed before it."""
    login_attempts.forget_all(db, f"account {who}")


def may_ask(db: Db, email: str, network: str) -> bool:
    """Count a request for a mail; False after five for an address, or too many here."""
    keys = (f"asked {email}", f"asking {network}")
    rows = login_attempts.note(db, keys)
    db.commit()
    address, whole_network = (login_attempts.before(db, key, rows) for key in keys)
    return address.count < ASKED_PER_ADDRESS and whole_network.count < PER_NETWORK


def network_of(address: str | None) -> str:
    """The /24 of an IPv4 address, the /64 of an IPv6 one; empty for none."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    bits = 24 if found.version == 4 else 64
    return str(ipaddress.ip_network((found, bits), strict=False))

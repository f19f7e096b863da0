"""Failed tries to sign in, under the hash of an account or of a network."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.database import Db, fetch_one

NOTE = """
insert into login_attempt (key)
select sha256(convert_to(key, 'UTF8')) from unnest(%(keys)s::text[]) as given (key)
returning id
"""


def note(db: Db, keys: Sequence[str]) -> tuple[int, ...]:
    """Count a try under every key, as failed until `forget` says otherwise."""
    rows = db.execute(NOTE, {"keys": list(keys)}).fetchall()
    return tuple(row[0] for row in rows)


HOLD = "select pg_advisory_xact_lock(hashtext('try'), hashtext(%(key)s))"


def hold(db: Db, key: str) -> None:
    """Weigh no other try under `key` until this transaction ends."""
    db.execute(HOLD, {"key": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """How often it failed in the last quarter of an hour, and seconds since then."""

    count: int
    seconds_ago: float | None


BEFORE = """
select count(*) as count,
    extract(epoch from clock_timestamp() - max(failed_at))::float8 as seconds_ago
from login_attempt
where key = sha256(convert_to(%(key)s, 'UTF8')) and id <> all(%(tries)s::bigint[])
  and failed_at > now() - interval '15 minutes'
"""


def before(db: Db, key: str, tries: Sequence[int]) -> Failures:
    """The failures under `key`, leaving out the ones of this very try."""
    found = fetch_one(db, Failures, BEFORE, {"key": key, "tries": list(tries)})
    return found or Failures(count=0, seconds_ago=None)


FORGET = "delete from login_attempt where id = any(%(tries)s::bigint[])"


def forget(db: Db, tries: Sequence[int]) -> None:
    """A try that was not weighed, or that succeeded, counts for nobody."""
    db.execute(FORGET, {"tries": list(tries)})


FORGET_ALL = """
delete from login_attempt
where key = sha256(convert_to(%(key)s, 'UTF8'))
   or failed_at < now() - interval '30 days'
"""


def forget_all(db: Db, key: str) -> None:
    """A whole sign-in clears its own failures, and everybody's old ones."""
    db.execute(FORGET_ALL, {"key": key})


ON_ACCOUNT = """
select count(*) from login_attempt
where key = sha256(convert_to(%(key)s, 'UTF8'))
  and failed_at > now() - interval '15 minutes'
"""


def count(db: Db, key: str) -> int:
    """The failures under `key` in the last quarter of an hour."""
    row: Any = db.execute(ON_ACCOUNT, {"key": key}).fetchone()
    return int(row[0])

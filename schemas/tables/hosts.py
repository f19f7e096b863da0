"""What we know of a host: when to leave it alone, what it reserves, its 404."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from schemas.database import Db, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """`soft_404` marks its answer for what does not exist; None: an honest 404."""

    name: str
    failures: int
    rest_until: datetime | None
    rest_reason: str | None
    soft_404: bytes | None
    learned_at: datetime | None


ONE = """
select name, failures, rest_until, rest_reason, soft_404, learned_at from host
where name = %(name)s
"""


def one(db: Db, name: str) -> Host | None:
    """What is known of a host, if anything."""
    return fetch_one(db, Host, ONE, {"name": name})


RAN_WELL = """
insert into host (name) values (%(name)s) on conflict (name) do update set
    failures = 0, rest_until = null, rest_reason = null
"""


def ran_well(db: Db, name: str) -> None:
    """Everything is forgiven."""
    db.execute(RAN_WELL, {"name": name})


RAN_BADLY = """
insert into host (name, failures, rest_until, rest_reason)
values (%(name)s, %(failures)s, %(until)s, %(reason)s)
on conflict (name) do update set
    failures = excluded.failures, rest_until = excluded.rest_until,
    rest_reason = excluded.rest_reason
"""


def ran_badly(
    db: Db, name: str, *, failures: int, until: datetime | None, reason: str
) -> None:
    """The `failures`-th bad run in a row; with `until` we leave the host alone."""
    parameters = {
        "name": name,
        "failures": failures,
        "until": until,
        "reason": reason,
    }
    db.execute(RAN_BADLY, parameters)


LEARN = """
insert into host (name, soft_404, learned_at)
values (%(name)s, %(soft_404)s, %(now)s)
on conflict (name) do update set
    soft_404 = excluded.soft_404, learned_at = excluded.learned_at
"""


def learn(db: Db, name: str, soft_404: bytes | None, *, now: datetime) -> None:
    """How the host answers for an address that does not exist."""
    db.execute(LEARN, {"name": name, "soft_404": soft_404, "now": now})


LAST_SIGNALS = """
select signals from host_signal where host = %(host)s order by day desc limit 1
"""


def last_signals(db: Db, host: str) -> tuple[str, ...]:
    """What a host said of text and data mining on the last day that it was crawled."""
    row = db.execute(LAST_SIGNALS, {"host": host}).fetchone()
    return tuple(row[0]) if row else ()


SIGNAL = """
insert into host_signal (host, day, reserved, signals)
values (%(host)s, %(day)s, %(reserved)s, %(signals)s)
on conflict (host, day) do update set
    reserved = host_signal.reserved or excluded.reserved,
    signals = array(select distinct unnest(host_signal.signals || excluded.signals)
        order by 1)
"""


def signal(
    db: Db, host: str, day: date, *, reserved: bool, signals: Sequence[str]
) -> None:
    """What a host says that day about text and data mining."""
    parameters = {
        "host": host,
        "day": day,
        "reserved": reserved,
        "signals": list(signals),
    }
    db.execute(SIGNAL, parameters)

"""Reckons every seal again, and says where the log is not what it was."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

from schemas.database import Db
from schemas.log_entry import LogEntry, Retirement, Seal, add_to_chain
from schemas.tables import log_entries, log_seals
from webapp.record.outside import Outside
from webapp.record.sealing import BEGINNING

LONGEST_TRANSACTION = timedelta(minutes=10)  # a request ends within seconds
RETENTION = timedelta(days=5 * 365)
Kind = Literal[
    "rows_missing",
    "rows_added",
    "rows_changed",
    "row_inserted",
    "row_back_dated",
    "row_impossible",
    "seal_missing",
    "retired_too_soon",
    "outside_missing",
    "outside_begins_late",
    "outside_lacks",
    "outside_disagrees",
    "outside_damaged",
]
Tick = Callable[[int], None]
TICK = 1_000  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as it was written.

    `row` is the id in the log, of several the first; `line` one of the outside file.
    """

    kind: Kind
    seal: int | None = None
    row: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was looked through, and everything that is wrong with it."""

    rows: int
    seals: int
    unsealed: int
    unsealed_since: datetime | None
    findings: tuple[Finding, ...]


def verify(db: Db, outside: Outside, tick: Tick = lambda _: None) -> Report:
    """Look through the whole log, as role sealer; `tick` hears of every 1,000 rows.

    Read `outside` before: the file is written after the database.
    """
    log_seals.stand_still(db)
    log = _Log(db, tick)
    clusters = log_entries.clusters(db)
    findings = [
        *_numbering(log.seals, log.anchor),
        *_against_file(log, outside),
        *(found for cluster in clusters for found in log.of(cluster)),
        *log.emptied(),
    ]
    return Report(
        rows=log.rows,
        seals=len(log.seals),
        unsealed=log.unsealed,
        unsealed_since=log.unsealed_since,
        findings=tuple(findings),
    )


class _Log:
    """One pass through the rows, in the order in which they were sealed."""

    def __init__(self, db: Db, tick: Tick) -> None:
        self.db, self.tick, self.moment = db, tick, log_seals.moment(db)
        self.seals: Sequence[Seal] = log_seals.everything(db)
        retired = log_seals.retirements(db)
        self.anchor: Retirement | None = retired[-1] if retired else None
        self.rows = self.unsealed = 0
        self.unsealed_since: datetime | None = None
        self._by_number = {one.number: one for one in self.seals}
        self._seen = {self.anchor.number} if self.anchor else set()

    def of(self, cluster: int) -> Iterator[Finding]:
        """What is wrong with the rows that one server wrote."""
        own = [one for one in self.seals if one.cluster == cluster]
        starts = [one.from_xact for one in own]

        def seal_of(row: LogEntry) -> Seal | None:
            place = bisect_right(starts, row.xact) - 1
            inside = place >= 0 and row.xact < own[place].to_xact
            return own[place] if inside else None

        open_from = self._open_from(cluster, own)
        for seal, rows in groupby(self._rows(cluster), key=seal_of):
            if seal is None:
                yield from self._outside_any_seal(rows, open_from)
            elif self.anchor and seal.number == self.anchor.number:
                yield Finding(kind="row_inserted", row=next(rows).id)
            else:
                yield from self._sealed(seal, rows)

    def emptied(self) -> Iterator[Finding]:
        """The seals of which no row is left."""
        for one in self.seals:
            if one.number not in self._seen:
                yield Finding(kind="rows_missing", seal=one.number)

    def _rows(self, cluster: int) -> Iterator[LogEntry]:
        for row in log_entries.of_cluster(self.db, cluster):
            self.rows += 1
            if self.rows % TICK == 0:
                self.tick(TICK)
            yield row

    def _open_from(self, cluster: int, own: Sequence[Seal]) -> int | None:
        """From which transaction on rows may still wait for a seal; None: from none."""
        last = self.seals[-1].cluster if self.seals else cluster
        if cluster not in (last, self.moment.cluster):
            return None
        return own[-1].to_xact if own else 0

    def _sealed(self, seal: Seal, rows: Iterable[LogEntry]) -> Iterator[Finding]:
        self._seen.add(seal.number)
        before = self._by_number.get(seal.number - 1)
        chain, count = before.head if before else BEGINNING, 0
        for row in rows:
            chain, count = add_to_chain(chain, row), count + 1
            yield from _back_dated(row, before)
        if count != seal.rows:
            fewer = count < seal.rows
            kind: Kind = "rows_missing" if fewer else "rows_added"
            yield Finding(kind=kind, seal=seal.number)
        elif add_to_chain(chain, seal) != seal.head:
            yield Finding(kind="rows_changed", seal=seal.number)

    def _outside_any_seal(
        self, rows: Iterable[LogEntry], open_from: int | None
    ) -> Iterator[Finding]:
        last = self.seals[-1] if self.seals else None
        first: LogEntry | None = None
        for row in rows:
            if open_from is None or row.xact < open_from:
                first = first or row
                continue
            self.unsealed += 1
            self.unsealed_since = min(self.unsealed_since or row.at, row.at)
            yield from _back_dated(row, last)
            if row.cluster == self.moment.cluster and row.xact >= self.moment.next:
                yield Finding(kind="row_impossible", row=row.id)
        if first:
            yield Finding(kind="row_inserted", row=first.id)


def _back_dated(row: LogEntry, before: Seal | None) -> Iterator[Finding]:
    """No row is older than the seal that was made before it was written."""
    if before and row.at < before.made_at - LONGEST_TRANSACTION:
        yield Finding(kind="row_back_dated", row=row.id)


def _numbering(seals: Sequence[Seal], anchor: Retirement | None) -> Iterator[Finding]:
    """Every number is there, from the first one or the anchor on, and no other."""
    there = {one.number: one for one in seals}
    oldest = anchor.number if anchor else 1
    expected = range(oldest, max(there, default=0) + 1)
    for number in sorted(set(expected) ^ there.keys()):
        yield Finding(kind="seal_missing", seal=number)
    held = there.get(oldest)
    if anchor and held and not _may_be_retired(held, anchor):
        yield Finding(kind="retired_too_soon", seal=oldest)


def _may_be_retired(held: Seal, anchor: Retirement) -> bool:
    old_enough = anchor.retired_at - held.made_at >= RETENTION
    return old_enough and anchor.head == held.head


def _against_file(log: _Log, outside: Outside) -> Iterator[Finding]:
    """The file repeats every seal since the oldest that is left."""
    if not outside.there:
        if log.seals:
            yield Finding(kind="outside_missing")
        return
    for line in outside.damaged:
        yield Finding(kind="outside_damaged", line=line)
    anchor = log.anchor
    if anchor and outside.retired.get(anchor.number) != anchor.head.hex():
        yield Finding(kind="outside_lacks", seal=anchor.number)
    yield from _heads(log, outside)


def _heads(log: _Log, outside: Outside) -> Iterator[Finding]:
    heads = {one.number: one.head.hex() for one in log.seals}
    begins, oldest = min(outside.heads, default=0), min(heads, default=1)
    if heads and begins > oldest:
        yield Finding(kind="outside_begins_late", seal=begins)
    for number, head in outside.heads.items():
        if number >= oldest and heads.get(number) != head:
            yield Finding(kind="outside_disagrees", seal=number)
    for one in log.seals:
        late = log.moment.now - one.made_at > LONGEST_TRANSACTION
        if late and one.number > begins and one.number not in outside.heads:
            yield Finding(kind="outside_lacks", seal=one.number)

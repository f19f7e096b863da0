"""Removes what is due, rule by rule, some at a time; stopped, the next run goes on."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from schemas import erasing
from schemas.backlog import Backlog, together
from schemas.database import Db
from schemas.tables import due, erasure_requests
from schemas.tables.due import Overdue
from schemas.tables.removals import RULES, Rule

AT_ONCE = 2_000  # in one transaction
REQUESTS = "requests"
Heard = Callable[[int, int], None]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What went, per rule, and what of each rule is left that should have gone."""

    removed: Mapping[str, int]
    left: Sequence[Overdue]

    @property
    def backlog(self) -> Backlog:
        """All that is left, together."""
        return together(self.left)


def measure(db: Db, today: date) -> list[Overdue]:
    """What should have been gone before today, rule by rule; as role maintenance."""
    with db.transaction():
        asked = erasure_requests.waiting(db)
        requests = Overdue(rule=REQUESTS, overdue=asked.count, since=asked.since)
        return [requests, *(due.measure(db, rule, today) for rule in RULES.values())]


def look(db: Db, today: date) -> Report:
    """What would be removed, and nothing is."""
    return Report(removed={}, left=measure(db, today))


def purge(
    db: Db, listed: Path, today: date, heard: Heard, *, at_once: int = AT_ONCE
) -> Report:
    """Remove all that is due, in transactions of their own; as role maintenance.

    Whoever is erased stands in the file `listed` first. `heard` is told (done, all)
    after each transaction; what it raises stops the run where it is.
    """
    everything = together(measure(db, today)).overdue
    removed: dict[str, int] = {}
    for name, count in _steps(db, listed, today, at_once):
        removed[name] = removed.get(name, 0) + count
        done = sum(removed.values())
        heard(done, max(done, everything))
    report = Report(removed=removed, left=measure_and_keep(db, today))
    logger.info("removed: %s", _counted(removed))
    return report


def measure_and_keep(db: Db, today: date) -> list[Overdue]:
    """Measure, and lay it ready for the admin."""
    with db.transaction():
        measured = measure(db, today)
        for one in measured:
            due.keep_measure(db, one)
    return measured


def _steps(
    db: Db, listed: Path, today: date, at_once: int
) -> Iterator[tuple[str, int]]:
    if erased := erasing.erase_requested(db, listed, today):
        with db.transaction():
            due.note_removed(db, REQUESTS, today, erased)
        yield REQUESTS, erased
    for rule in RULES.values():
        while count := _step(db, listed, rule, today, at_once):
            yield rule.name, count


def _step(db: Db, listed: Path, rule: Rule, today: date, at_once: int) -> int:
    with db.transaction():
        if rule.remove is None:
            count = erasing.erase_due(db, listed, today)
        else:
            count = due.take_away(db, rule, today, limit=at_once)
        if count:
            due.note_removed(db, rule.name, today, count)
    return count


def _counted(removed: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in removed.items()) or "nothing"


def facts_of(report: Report, today: date) -> dict[str, Any]:
    """The report for a program; days are whole days, `since` is a date or null."""
    backlog = report.backlog
    return {
        "removed": dict(report.removed),
        "overdue": backlog.overdue,
        "oldest_days": backlog.days(today),
        "alarm": backlog.is_alarming(today),
        "rules": [
            {
                "rule": one.rule,
                "overdue": one.overdue,
                "since": one.since.isoformat() if one.since else None,
            }
            for one in report.left
        ],
    }


def in_words(facts: Mapping[str, Any]) -> str:
    """The same for a person."""
    lines = [f"removed: {_counted(facts['removed'])}"] if facts["removed"] else []
    lines += [
        f"{one['rule']}: {one['overdue']} due since {one['since']}"
        for one in facts["rules"]
        if one["overdue"]
    ]
    return "\n".join(lines or ["nothing is due"])

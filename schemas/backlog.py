"""How far removing lags behind what is due, and when that is an alarm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

ALARM_AFTER = 2  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """So many things should be gone, the oldest since a day; None: nothing."""

    overdue: int
    since: date | None

    def days(self, today: date) -> int:
        """How long the oldest is there too long: 0 on the day on which it should go."""
        return (today - self.since).days if self.since else 0

    def is_alarming(self, today: date) -> bool:
        """Whether something was to be gone more than two days ago."""
        return self.days(today) > ALARM_AFTER


class Measured(Protocol):
    """Whatever says of one rule how far it is behind."""

    @property
    def overdue(self) -> int: ...
    @property
    def since(self) -> date | None: ...


def together(measured: Sequence[Measured]) -> Backlog:
    """All rules as one number, and the oldest day."""
    days = [one.since for one in measured if one.since]
    overdue = sum(one.overdue for one in measured)
    return Backlog(overdue=overdue, since=min(days, default=None))

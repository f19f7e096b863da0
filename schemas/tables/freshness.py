"""How fresh our knowledge of a vacancy is: its standing, its history, other adverts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_nested, nested, nested_all
from schemas.tables import duplicates, vacancy_checks, vacancy_events
from schemas.tables.duplicates import Elsewhere
from schemas.tables.vacancy_checks import Standing
from schemas.tables.vacancy_events import VacancyEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How fresh our knowledge of a vacancy is, and where else the job stands.

    `pending`: somebody is looking now; `events` is its whole history, oldest first.
    """

    standing: Standing
    pending: bool
    events: Sequence[VacancyEvent]
    others: Sequence[Elsewhere]

    @property
    def unanswered(self) -> bool:
        """Whether somebody was to look, and no word of it came."""
        asked, told = self.standing.check_asked_at, self.standing.checked_at
        return not self.pending and asked is not None and (not told or told < asked)

    @property
    def failed(self) -> bool:
        """Whether the last look, since it was last seen, saw nothing.

        That a list does not name it was seen, and made it doubtful.
        """
        standing = self.standing
        looked = standing.checked_at
        return (
            standing.check_result == "unknown"
            and standing.status_reason != "unlisted"
            and looked is not None
            and looked > standing.last_seen
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fresh:
    standing: tuple[Any, ...]
    pending: bool
    events: Sequence[tuple[Any, ...]]
    others: Sequence[tuple[Any, ...]]


OF_VACANCY = f"""
select s as standing, check_pending(s.id) as pending,
    array(select e from ({vacancy_events.OF_VACANCY}) e) as events,
    array(select o from ({duplicates.OTHERS}) o) as others
from ({vacancy_checks.STANDING}) s
"""  # noqa: S608 - our own constants


def of_vacancy(db: Db, vacancy_id: UUID) -> Freshness | None:
    """What is known of a vacancy, for an adviser; None when there is none."""
    named = {"vacancy_id": vacancy_id, "ids": [vacancy_id]}
    found = fetch_nested(db, _Fresh, OF_VACANCY, named)
    return _fresh(found[0]) if found else None


def _fresh(row: _Fresh) -> Freshness:
    return Freshness(
        standing=nested(Standing, row.standing),
        pending=row.pending,
        events=nested_all(VacancyEvent, row.events),
        others=nested_all(Elsewhere, row.others),
    )

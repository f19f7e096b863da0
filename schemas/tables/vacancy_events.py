"""How each vacancy came to its status: every change, kept by the database itself."""

from dataclasses import dataclass
from datetime import datetime

from schemas.vacancy import Status, StatusReason


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyEvent:
    """A vacancy changed status; `was` None: it was found for the first time."""

    happened_at: datetime
    was: Status | None
    became: Status
    reason: StatusReason | None


# The whole history of a vacancy, oldest first.
OF_VACANCY = """
select happened_at, was, became, reason from vacancy_event
where vacancy_id = %(vacancy_id)s order by happened_at, id
"""

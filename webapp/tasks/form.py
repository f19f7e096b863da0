"""From a sent form to a task, and which state may follow which."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from schemas.dossier import Task, TaskStatus
from schemas.vacancy import Vacancy
from webapp.writing.fields import Fields

NO_TITLE = "Vul in wat de kandidaat gaat doen."
DUE_AFTER = timedelta(days=7)
# From which states an adviser may bring a task to another.
BEFORE: Mapping[TaskStatus, frozenset[TaskStatus]] = {
    "approved": frozenset({"done"}),
    "open": frozenset({"done", "cannot", "approved", "withdrawn"}),
    "withdrawn": frozenset({"open", "done", "cannot"}),
}


def read_task(
    form: Mapping[str, str],
    vacancy: Vacancy | None,
    *,
    candidate_id: UUID,
    made_by: UUID,
    now: datetime,
) -> tuple[Task, dict[str, str]]:
    """The task a form describes, about this vacancy, and what is wrong with it."""
    fields = Fields(form)
    work = f"{vacancy.title} {vacancy.employer}" if vacancy else ""
    due_on = fields.day("due_on", missing="Vul in wanneer dit klaar moet zijn.")
    if due_on and due_on < now.date():
        fields.errors["due_on"] = "Deze dag is al voorbij."
    task = Task(
        id=fields.new_identity(),
        candidate_id=candidate_id,
        vacancy_id=vacancy.id if vacancy else None,
        title=fields.sober_line("title", missing=NO_TITLE, work=work),
        detail=fields.prose("detail"),
        due_on=due_on or now.date(),
        status="open",
        cannot_reason=None,
        answer="",
        made_by=made_by,
        made_at=now,
        answered_at=None,
    )
    return task, fields.errors


def blank(vacancy: Vacancy | None, now: datetime) -> dict[str, str]:
    """The values of a form nobody filled in yet; a vacancy makes it a reaction."""
    values = {"id": str(uuid4()), "due_on": str(now.date() + DUE_AFTER)}
    if vacancy:
        at = f" bij {vacancy.employer}" if vacancy.employer else ""
        values |= {
            "vacancy_id": str(vacancy.id),
            "title": f"Reageer op {vacancy.title}{at}"[:200],
        }
    return values

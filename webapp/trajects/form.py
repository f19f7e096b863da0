"""From a sent form to a traject."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import uuid4

from schemas.candidate import Candidate
from schemas.tables.candidates import Traject
from webapp.writing.clashes import guarded
from webapp.writing.fields import Fields

USUAL_LENGTH = timedelta(weeks=52)
PHASES = ("1", "2", "3")
GUARD = guarded({"phase": "Fase", "planned_end": "Gepland einde"})


def blank(today: date) -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {
        "id": str(uuid4()),
        "phase": "1",
        "traject_start": str(today),
        "planned_end": str(today + USUAL_LENGTH),
    }


def values_of(candidate: Candidate) -> dict[str, str]:
    """What the form shows of a traject that runs."""
    return {
        "phase": str(candidate.phase),
        "planned_end": str(candidate.planned_end or ""),
    }


def read_traject(
    form: Mapping[str, str], today: date
) -> tuple[Traject, dict[str, str]]:
    """The traject a form describes, and what is wrong with it."""
    fields = Fields(form)
    start = fields.day("traject_start", missing="Vul in wanneer het traject begon.")
    planned_end = _end(fields, start or today)
    traject = Traject(
        id=fields.identity("id") or uuid4(),
        name=fields.line("name", missing="Vul de naam van de kandidaat in."),
        paying=fields.line("paying"),
        phase=_phase(fields),
        traject_start=start or today,
        planned_end=planned_end,
    )
    return traject, fields.errors


def read_change(
    form: Mapping[str, str], candidate: Candidate
) -> tuple[int, date | None, dict[str, str]]:
    """The phase and planned end a form asks for, and what is wrong with them."""
    fields = Fields(form)
    planned_end = _end(fields, candidate.traject_start)
    return _phase(fields), planned_end, fields.errors


def _phase(fields: Fields) -> int:
    return int(fields.one_of("phase", PHASES, "Kies een fase.") or 1)


def _end(fields: Fields, start: date) -> date | None:
    planned_end = fields.day("planned_end")
    if planned_end and planned_end <= start:
        fields.errors["planned_end"] = "Het einde ligt voor het begin."
    return planned_end

"""From a sent form to a traject."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from schemas.candidate import Candidate
from schemas.tables.candidates import Traject
from schemas.tables.opdrachtgevers import Opdrachtgever
from webapp.site.formats import day
from webapp.trajects.parties import known_as
from webapp.writing.clashes import guarded
from webapp.writing.fields import Fields

PHASES = ("1", "2", "3")
GUARD = guarded(
    {
        "name": "Naam",
        "paying": "Opdrachtgever",
        "traject_start": "Begin van het traject",
        "phase": "Fase",
        "planned_end": "Gepland einde",
    }
)
NOBODY = "niemand"
TWINS = (
    "Twee opdrachtgevers heten zo, en zij zien elkaars trajecten niet. Schrijf er iets "
    "bij, bijvoorbeeld de plaats."
)
TICK = "Lees wie de voortgang straks ziet, en vink dat aan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A traject as it is, beside the opdrachtgevers of all that whoever asks guides."""

    candidate: Candidate
    parties: Sequence[Opdrachtgever]
    ended_on: date | None

    @property
    def paying(self) -> str:
        """Who pays for it, empty for nobody."""
        party = self.candidate.opdrachtgever_id
        return next((one.name for one in self.parties if one.id == party), "")

    @property
    def traject(self) -> Traject:
        """What a form that changes nothing describes."""
        candidate = self.candidate
        return Traject(
            id=candidate.id,
            name=candidate.name,
            paying=self.paying,
            phase=candidate.phase,
            traject_start=candidate.traject_start,
            planned_end=candidate.planned_end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """That others will see the progress; `known`: they may be there already."""

    before: str
    after: str
    known: bool

    @property
    def tick(self) -> str:
        """What a form says that agrees to this, and to nothing else."""
        return f"naar {self.after or NOBODY}"


def blank(today: date) -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {"id": str(uuid4()), "phase": "1", "traject_start": str(today)}


def values_of(stored: Stored) -> dict[str, str]:
    """What the form shows of a traject that is there."""
    candidate = stored.candidate
    return {
        "name": candidate.name,
        "paying": stored.paying,
        "traject_start": str(candidate.traject_start),
        "phase": str(candidate.phase),
        "planned_end": str(candidate.planned_end or ""),
    }


def names(parties: Collection[Opdrachtgever]) -> list[str]:
    """Every name once."""
    return list(dict.fromkeys(one.name for one in parties))


def read_traject(
    form: Mapping[str, str], parties: Sequence[Opdrachtgever], today: date
) -> tuple[Traject, dict[str, str]]:
    """The traject a form describes, and what is wrong with it."""
    fields = Fields(form)
    start = fields.day("traject_start", missing="Vul in wanneer het traject begon.")
    planned_end = fields.day("planned_end")
    if start and planned_end and planned_end <= start:
        fields.errors["planned_end"] = "Het einde ligt voor het begin."
    traject = Traject(
        id=fields.new_identity(),
        name=fields.line("name", missing="Vul de naam van de kandidaat in."),
        paying=_paying(fields, names(parties)),
        phase=int(fields.one_of("phase", PHASES, "Kies een fase.") or 1),
        traject_start=start or today,
        planned_end=planned_end,
    )
    if _is_twin(traject.paying, parties):
        fields.errors["paying"] = TWINS
    return traject, fields.errors


def _is_twin(paying: str, parties: Sequence[Opdrachtgever]) -> bool:
    """Whether two opdrachtgevers are called that, as the database compares names."""
    return sum(one.name.lower() == paying.lower() for one in parties) > 1


def read_change(
    form: Mapping[str, str], stored: Stored
) -> tuple[Traject, dict[str, str]]:
    """A traject as a form puts it right, and what is wrong with that."""
    candidate = stored.candidate
    traject, errors = read_traject(form, stored.parties, candidate.traject_start)
    if traject.paying == stored.paying:
        errors.pop("paying", None)  # nothing changes hands
    if stored.ended_on and traject.traject_start > stored.ended_on:
        ended = day(stored.ended_on)
        errors["traject_start"] = f"Het traject eindigde eerder, op {ended}."
    move = moving(form, stored)
    if move and form.get("agreed") != move.tick:
        errors.setdefault("paying", TICK)
    return replace(traject, id=candidate.id), errors


def moving(form: Mapping[str, str], stored: Stored) -> Moving | None:
    """Who will see the progress instead; None when nobody comes or goes."""
    known = names(stored.parties)
    after = _paying(Fields(form), known)
    if after == stored.paying or not (stored.paying or after in known):
        return None
    return Moving(before=stored.paying, after=after, known=after in known)


def _paying(fields: Fields, known: Collection[str]) -> str:
    typed = fields.line("paying")
    return (typed and known_as(typed, known)) or typed

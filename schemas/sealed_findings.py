"""What was found about a vacancy as one text, to be sealed in the row of its match."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar
from uuid import UUID

from schemas.match import Contribution, Finding, HeldBack, Match, Verdict
from schemas.vault import Cell

LISTS = ("reasons", "objections", "questions", "assumptions", "contributions")

Json = Sequence[Mapping[str, Any]]
Kind = TypeVar("Kind", Contribution, Finding)


def cell(run_id: object, vacancy_id: object) -> Cell:
    """Where the findings of a match are sealed."""
    return Cell(table="match", column="findings", row=f"{run_id}|{vacancy_id}")


def write(match: Match) -> str:
    """The text that `stored` understands; what is not said is left out."""
    return as_text(
        {name: [asdict(one) for one in getattr(match, name)] for name in LISTS}
    )


def as_text(found: Mapping[str, Json]) -> str:
    """Lists as they were kept before, as the text of now."""
    said = {
        name: [{key: at for key, at in one.items() if at is not None} for one in some]
        for name, some in found.items()
        if some
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def stored(text: str) -> dict[str, Json]:
    """Every list by its name, as the matcher wrote them."""
    said = json.loads(text)
    return {name: said.get(name, []) for name in LISTS}


def match_of(scored: tuple[UUID, float, Verdict, HeldBack | None], text: str) -> Match:
    """The match with these findings: of which vacancy, score, verdict, held back."""
    vacancy_id, score, verdict, held_back = scored
    found = stored(text)
    return Match(
        vacancy_id=vacancy_id,
        score=score,
        verdict=verdict,
        reasons=findings_of(found["reasons"]),
        objections=findings_of(found["objections"]),
        questions=findings_of(found["questions"]),
        assumptions=findings_of(found["assumptions"]),
        contributions=_known(Contribution, found["contributions"]),
        held_back=held_back,
    )


def findings_of(found: Json) -> tuple[Finding, ...]:
    """Findings as they were stored."""
    return _known(Finding, found)


def _known(kind: type[Kind], found: Json) -> tuple[Kind, ...]:
    """What this program does not know in it is left out."""
    names = {one.name for one in fields(kind)}
    return tuple(
        kind(**{key: value for key, value in one.items() if key in names})
        for one in found
    )

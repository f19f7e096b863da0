"""Rankings: a run that remembers what was known, and its matches in order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypeVar
from uuid import UUID

from psycopg.types.json import Jsonb

from schemas.database import Db, fetch_all, fetch_one
from schemas.match import (
    Contribution,
    Finding,
    HeldBack,
    Match,
    MatchRun,
    Suggestion,
    Verdict,
)

Kind = TypeVar("Kind", Contribution, Finding, Suggestion)

STORE_RUN = """
insert into match_run
    (id, candidate_id, capacity_id, model, rules, made_at, considered, excluded,
    scoring, weights, search_width, suggestions)
values (%(id)s, %(candidate_id)s, %(capacity_id)s, %(model)s, %(rules)s, %(made_at)s,
    %(considered)s, %(excluded)s, %(scoring)s, %(weights)s, %(search_width)s,
    %(suggestions)s)
"""
STORE_MATCH = """
insert into match (run_id, candidate_id, vacancy_id, position, score, verdict,
    reasons, objections, questions, assumptions, contributions, held_back)
values (%(run_id)s, %(candidate_id)s, %(vacancy_id)s, %(position)s, %(score)s,
    %(verdict)s, %(reasons)s, %(objections)s, %(questions)s, %(assumptions)s,
    %(contributions)s, %(held_back)s)
"""


def store(db: Db, run: MatchRun, matches: Sequence[Match]) -> None:
    """Keep a run and its matches, best first; runs are only added."""
    db.execute(STORE_RUN, {**asdict(run), "suggestions": _json(run.suggestions)})
    rows = [
        {
            "run_id": run.id,
            "candidate_id": run.candidate_id,
            "vacancy_id": match.vacancy_id,
            "position": position,
            "score": match.score,
            "verdict": match.verdict,
            "reasons": _json(match.reasons),
            "objections": _json(match.objections),
            "questions": _json(match.questions),
            "assumptions": _json(match.assumptions),
            "contributions": _json(match.contributions),
            "held_back": match.held_back,
        }
        for position, match in enumerate(matches, start=1)
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE_MATCH, rows)


LATEST_RUN = """
select id, candidate_id, capacity_id, model, rules, made_at, considered, excluded,
    scoring, weights, search_width, suggestions
from match_run where candidate_id = %(candidate_id)s
order by made_at desc, id limit 1
"""


def latest_run(db: Db, candidate_id: UUID) -> MatchRun | None:
    """The newest ranking of a candidate, or None when there is none yet."""
    run = fetch_one(db, MatchRun, LATEST_RUN, {"candidate_id": candidate_id})
    if run is None:
        return None
    return replace(run, suggestions=_known(Suggestion, run.suggestions))


SCORE_AT = """
select score from match where run_id = %(run_id)s and verdict <> 'past_niet'
order by position offset %(before)s limit 1
"""


def score_at(db: Db, run_id: UUID, place: int) -> float:
    """The score at a place (1 is first) among what fits; 0 where fewer fit."""
    named = {"run_id": run_id, "before": place - 1}
    row = db.execute(SCORE_AT, named).fetchone()
    return row[0] if row else 0.0


Json = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMatch:
    """A match as it was stored."""

    vacancy_id: UUID
    score: float
    verdict: Verdict
    reasons: Json
    objections: Json
    questions: Json
    assumptions: Json
    contributions: Json
    held_back: HeldBack | None


OF_RUN = """
select vacancy_id, score, verdict, reasons, objections, questions, assumptions,
    contributions, held_back
from match where run_id = %(run_id)s order by position
"""


def of_run(db: Db, run_id: UUID) -> list[Match]:
    """The matches of a run, best first."""
    rows = fetch_all(db, StoredMatch, OF_RUN, {"run_id": run_id})
    return [match_of(row) for row in rows]


SOME_OF_RUN = """
select vacancy_id, score, verdict, reasons, objections, questions, assumptions,
    contributions, held_back
from match where run_id = %(run_id)s and vacancy_id = any (%(vacancy_ids)s)
"""


def some_of_run(
    db: Db, run_id: UUID, vacancy_ids: Collection[UUID]
) -> dict[UUID, Match]:
    """The matches of a run with these vacancies, as far as it has them."""
    named = {"run_id": run_id, "vacancy_ids": list(vacancy_ids)}
    rows = fetch_all(db, StoredMatch, SOME_OF_RUN, named)
    return {row.vacancy_id: match_of(row) for row in rows}


def match_of(row: StoredMatch) -> Match:
    """The match in a row; what this program does not know in it is left out."""
    return Match(
        vacancy_id=row.vacancy_id,
        score=row.score,
        verdict=row.verdict,
        reasons=findings_of(row.reasons),
        objections=findings_of(row.objections),
        questions=findings_of(row.questions),
        assumptions=findings_of(row.assumptions),
        contributions=_known(Contribution, row.contributions),
        held_back=row.held_back,
    )


def findings_of(stored: Json) -> tuple[Finding, ...]:
    """Findings as they were stored."""
    return _known(Finding, stored)


def _known(kind: type[Kind], stored: Sequence[Any]) -> tuple[Kind, ...]:
    names = {field.name for field in fields(kind)}
    return tuple(
        kind(**{key: value for key, value in one.items() if key in names})
        for one in stored
    )


def _json(made: Sequence[Kind]) -> Jsonb:
    return Jsonb([asdict(one) for one in made])

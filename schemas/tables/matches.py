"""Rankings: a run that remembers what was known, and its matches in order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from schemas.database import Db, fetch_all, fetch_one
from schemas.match import Finding, Match, MatchRun, Verdict

STORE_RUN = """
insert into match_run
    (id, candidate_id, capacity_id, model, rules, made_at, considered, excluded)
values (%(id)s, %(candidate_id)s, %(capacity_id)s, %(model)s, %(rules)s, %(made_at)s,
    %(considered)s, %(excluded)s)
"""
STORE_MATCH = """
insert into match (run_id, candidate_id, vacancy_id, position, score, verdict,
    reasons, objections, questions, assumptions)
values (%(run_id)s, %(candidate_id)s, %(vacancy_id)s, %(position)s, %(score)s,
    %(verdict)s, %(reasons)s, %(objections)s, %(questions)s, %(assumptions)s)
"""


def store(db: Db, run: MatchRun, matches: Sequence[Match]) -> None:
    """Keep a run and its matches, best first; runs are only added."""
    db.execute(STORE_RUN, asdict(run))
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
        }
        for position, match in enumerate(matches, start=1)
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE_MATCH, rows)


LATEST_RUN = """
select id, candidate_id, capacity_id, model, rules, made_at, considered, excluded
from match_run where candidate_id = %(candidate_id)s
order by made_at desc, id limit 1
"""


def latest_run(db: Db, candidate_id: UUID) -> MatchRun | None:
    """The newest ranking of a candidate, or None when there is none yet."""
    return fetch_one(db, MatchRun, LATEST_RUN, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    vacancy_id: UUID
    score: float
    verdict: Verdict
    reasons: Sequence[Mapping[str, Any]]
    objections: Sequence[Mapping[str, Any]]
    questions: Sequence[Mapping[str, Any]]
    assumptions: Sequence[Mapping[str, Any]]


OF_RUN = """
select vacancy_id, score, verdict, reasons, objections, questions, assumptions
from match where run_id = %(run_id)s order by position
"""


def of_run(db: Db, run_id: UUID) -> list[Match]:
    """The matches of a run, best first."""
    return [_match(row) for row in fetch_all(db, _Row, OF_RUN, {"run_id": run_id})]


SOME_OF_RUN = """
select vacancy_id, score, verdict, reasons, objections, questions, assumptions
from match where run_id = %(run_id)s and vacancy_id = any (%(vacancy_ids)s)
"""


def some_of_run(
    db: Db, run_id: UUID, vacancy_ids: Collection[UUID]
) -> dict[UUID, Match]:
    """The matches of a run with these vacancies, as far as it has them."""
    named = {"run_id": run_id, "vacancy_ids": list(vacancy_ids)}
    rows = fetch_all(db, _Row, SOME_OF_RUN, named)
    return {row.vacancy_id: _match(row) for row in rows}


def _match(row: _Row) -> Match:
    return Match(
        vacancy_id=row.vacancy_id,
        score=row.score,
        verdict=row.verdict,
        reasons=findings_of(row.reasons),
        objections=findings_of(row.objections),
        questions=findings_of(row.questions),
        assumptions=findings_of(row.assumptions),
    )


def findings_of(stored: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Findings as they were stored; what this program does not know is left out."""
    known = {field.name for field in fields(Finding)}
    return tuple(
        Finding(**{key: value for key, value in one.items() if key in known})
        for one in stored
    )


def _json(findings: Sequence[Finding]) -> Jsonb:
    return Jsonb([asdict(finding) for finding in findings])

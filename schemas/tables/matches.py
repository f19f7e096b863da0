"""Rankings: a run that remembers what was known, and its matches in order."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from schemas import sealed_findings
from schemas.database import Db, fetch_all, fetch_one, nested
from schemas.match import HeldBack, Match, MatchRun, Suggestion, Verdict
from schemas.tables.candidate_keys import key_to_seal, opened
from schemas.vault import Vault

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
    findings, held_back)
values (%(run_id)s, %(candidate_id)s, %(vacancy_id)s, %(position)s, %(score)s,
    %(verdict)s, %(findings)s, %(held_back)s)
"""


def store(db: Db, run: MatchRun, matches: Sequence[Match], *, vault: Vault) -> None:
    """Keep a run and its matches, best first; runs are only added."""
    suggested = Jsonb([asdict(one) for one in run.suggestions])
    db.execute(STORE_RUN, {**asdict(run), "suggestions": suggested})
    key = key_to_seal(db, vault, run.candidate_id)
    rows = [
        {
            "run_id": run.id,
            "candidate_id": run.candidate_id,
            "vacancy_id": match.vacancy_id,
            "position": position,
            "score": match.score,
            "verdict": match.verdict,
            "findings": key.seal(
                sealed_findings.cell(run.id, match.vacancy_id),
                sealed_findings.write(match),
            ),
            "held_back": match.held_back,
        }
        for position, match in enumerate(matches, start=1)
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE_MATCH, rows)


RUNS = """
select id, candidate_id, capacity_id, model, rules, made_at, considered, excluded,
    scoring, weights, search_width, suggestions
from match_run where candidate_id = %(candidate_id)s
"""
LATEST_RUN = f"{RUNS} order by made_at desc, id limit 1"


def latest_run(db: Db, candidate_id: UUID) -> MatchRun | None:
    """The newest ranking of a candidate, or None when there is none yet."""
    run = fetch_one(db, MatchRun, LATEST_RUN, {"candidate_id": candidate_id})
    return _suggesting(run) if run else None


def nested_run(row: Sequence[Any]) -> MatchRun:
    """A row of `RUNS` in another row."""
    return _suggesting(nested(MatchRun, row))


def _suggesting(run: MatchRun) -> MatchRun:
    return replace(run, suggestions=tuple(map(_suggestion, run.suggestions)))


def _suggestion(stored: Any) -> Suggestion:  # noqa: ANN401 - as it was stored
    known = {field.name for field in fields(Suggestion)}
    return Suggestion(**{name: at for name, at in stored.items() if name in known})


SCORE_AT = """
select score from match where run_id = %(run_id)s and verdict <> 'past_niet'
order by position offset %(before)s limit 1
"""


def score_at(db: Db, run_id: UUID, place: int) -> float:
    """The score at a place (1 is first) among what fits; 0 where fewer fit."""
    named = {"run_id": run_id, "before": place - 1}
    row = db.execute(SCORE_AT, named).fetchone()
    return row[0] if row else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    run_id: UUID
    candidate_id: UUID
    vacancy_id: UUID
    score: float
    verdict: Verdict
    held_back: HeldBack | None
    findings: bytes
    kek: str
    wrapped: bytes


OF_RUN = """
select run_id, candidate_id, vacancy_id, score, verdict, held_back, findings, kek,
    wrapped
from match join candidate_key using (candidate_id)
where run_id = %(run_id)s order by position
"""


def of_run(db: Db, run_id: UUID, *, vault: Vault) -> list[Match]:
    """The matches of a run, best first."""
    rows = fetch_all(db, _Row, OF_RUN, {"run_id": run_id})
    return [_match(row, vault) for row in rows]


SOME_OF_RUNS = """
select run_id, candidate_id, vacancy_id, score, verdict, held_back, findings, kek,
    wrapped
from match join candidate_key using (candidate_id)
where run_id = any (%(run_ids)s) and vacancy_id = any (%(vacancy_ids)s)
"""


def some_of_runs(
    db: Db, run_ids: Collection[UUID], vacancy_ids: Collection[UUID], *, vault: Vault
) -> dict[tuple[UUID, UUID], Match]:
    """The matches by run and vacancy, as far as the runs have them."""
    named = {"run_ids": list(run_ids), "vacancy_ids": list(vacancy_ids)}
    rows = fetch_all(db, _Row, SOME_OF_RUNS, named)
    return {(row.run_id, row.vacancy_id): _match(row, vault) for row in rows}


def _match(row: _Row, vault: Vault) -> Match:
    cell = sealed_findings.cell(row.run_id, row.vacancy_id)
    text = opened(row, vault, row.candidate_id, cell, row.findings)
    scored = (row.vacancy_id, row.score, row.verdict, row.held_back)
    return sealed_findings.match_of(scored, text)

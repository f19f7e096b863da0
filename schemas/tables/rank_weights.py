"""Learned weights of a score: added to and chosen from, never changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from schemas import sealed_findings
from schemas.database import Db, fetch_all
from schemas.dossier import Decision, RejectReason
from schemas.tables.candidate_keys import opened, unlocked
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWeights:
    """A version, with on how much it rests and what it was worth.

    `base` and `weights` are None for the weights that the program ships. `chosen_at`
    is when it was last chosen, `in_use` whether it counts now.
    """

    version: int
    base: float | None
    weights: Mapping[str, float] | None
    judgements: int
    candidates: int
    measured: Mapping[str, Any]
    made_by: str
    made_at: datetime
    chosen_by: str | None
    chosen_at: datetime | None
    in_use: bool


ALL = """
select w.version, w.base, w.weights, w.judgements, w.candidates, w.measured, w.made_by,
    w.made_at, c.chosen_by, c.chosen_at, w.version = coalesce((
        select version from rank_weights_choice order by id desc limit 1), 0) as in_use
from rank_weights w
left join lateral (
    select chosen_by, chosen_at from rank_weights_choice
    where version = w.version order by id desc limit 1
) c on true
order by w.version
"""


def all_versions(db: Db) -> list[StoredWeights]:
    """Every version, oldest first; one of them is in use."""
    return fetch_all(db, StoredWeights, ALL, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWeights:
    """A version about to be kept."""

    base: float
    weights: Mapping[str, float]
    judgements: int
    candidates: int
    measured: Mapping[str, Any]
    made_by: str


ADD = """
insert into rank_weights
    (version, base, weights, judgements, candidates, measured, made_by)
select max(version) + 1, %(base)s, %(weights)s, %(judgements)s, %(candidates)s,
    %(measured)s, %(made_by)s
from rank_weights
returning version
"""


def add(db: Db, made: NewWeights) -> int:
    """Keep a version; its number."""
    row: Any = db.execute(
        ADD,
        {
            "base": made.base,
            "weights": Jsonb(dict(made.weights)),
            "judgements": made.judgements,
            "candidates": made.candidates,
            "measured": Jsonb(dict(made.measured)),
            "made_by": made.made_by,
        },
    ).fetchone()
    return int(row[0])


CHOOSE = """
insert into rank_weights_choice (version, chosen_by)
select version, %(by)s from rank_weights where version = %(version)s
"""


def choose(db: Db, version: int, *, by: str) -> bool:
    """Rank by this version from now on; False when there is none of that number."""
    return db.execute(CHOOSE, {"version": version, "by": by}).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A decision in force, with what the ranking that was looked at said of it."""

    candidate_id: UUID
    decision: Decision
    judged_at: datetime
    search_width: int
    contributions: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    candidate_id: UUID
    vacancy_id: UUID
    run_id: UUID
    decision: Decision
    judged_at: datetime
    search_width: int
    findings: bytes
    kek: str
    wrapped: bytes


JUDGED = """
select j.candidate_id, j.vacancy_id, m.run_id, j.decision, j.judged_at, r.search_width,
    m.findings, k.kek, k.wrapped
from judgement j
join match_run r on r.id = j.known_run
join match m on m.run_id = r.id and m.vacancy_id = j.vacancy_id
join candidate_key k on k.candidate_id = j.candidate_id
where j.undone_at is null and r.scoring = %(scoring)s
  and (j.decision = 'saved' or j.reason = any (%(reasons)s))
order by j.judged_at, j.candidate_id, j.vacancy_id
"""


def judged(
    db: Db, *, scoring: str, reasons: Collection[RejectReason], vault: Vault
) -> list[Judged]:
    """Saves, and rejections for these reasons, of rankings that scored in this way."""
    named = {"scoring": scoring, "reasons": sorted(reasons)}
    return [
        unlocked(Judged, row, contributions=_contributions(row, vault))
        for row in fetch_all(db, _Judged, JUDGED, named)
    ]


def _contributions(row: _Judged, vault: Vault) -> Sequence[Mapping[str, Any]]:
    cell = sealed_findings.cell(row.run_id, row.vacancy_id)
    text = opened(row, vault, row.candidate_id, cell, row.findings)
    return sealed_findings.stored(text)["contributions"]

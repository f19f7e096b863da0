"""Reads two rankings of a candidate side by side: what changed, and what made it so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from matching.changes import Change, Changes, Grounds, Ranking, changes, grounds
from schemas.capacity import Capacity
from schemas.capacity_fields import capacity_fields
from schemas.database import Db
from schemas.match import Finding
from schemas.tables import changes as table
from schemas.tables import matches
from schemas.tables.changes import Advert
from schemas.tables.compared_runs import ComparedRuns, RunOn
from schemas.vault import Vault
from webapp.capacities.limits import can

With = Literal["vorige", "belastbaarheid"]
Runs = tuple[RunOn, RunOn]
LISTED = 40  # of each list; nobody reads further on this page
# Findings about facts, and the item of the belastbaarheid they stand on.
STANDS_ON = {"hours_min": "hours_week"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One finding behind a change: the advert's words and the limit they meet.

    `holds` is False for what decided before and no longer does.
    """

    text: str
    quote: str | None
    limit: str | None
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two rankings and what changed from `before` to `after`.

    `is_whole`: both rankings kept everything they considered.
    """

    before: RunOn
    after: RunOn
    found: Changes
    is_whole: bool
    proofs: Mapping[UUID, Sequence[Proof]]


def runs_to_compare(known: ComparedRuns | None, other: With) -> Runs | None:
    """The ranking to compare with and the newest; None when either is missing."""
    if known is None:
        return None
    before = known.previous if other == "vorige" else known.on_another
    return (before, known.newest) if before else None


def what_changed(db: Db, runs: Runs, *, today: date) -> Changes:
    """Only what changed, without the proof."""
    return changes(*_differing(db, runs, today))


def compare_runs(db: Db, runs: Runs, *, today: date, vault: Vault) -> Compared:
    """What changed, with the proof of what is listed."""
    before, after = runs
    rankings = _differing(db, runs, today)
    found = changes(*rankings)
    listed = [*found.begun[:LISTED], *found.turned[:LISTED]]
    return Compared(
        before=before,
        after=after,
        found=found,
        is_whole=all(one.is_whole for one in rankings[:2]),
        proofs=_proofs(db, runs, listed, vault),
    )


def _differing(
    db: Db, runs: Runs, today: date
) -> tuple[Ranking, Ranking, Sequence[Advert]]:
    before, after = (one.run for one in runs)
    found = table.differing(db, before, after, today=today)
    return (
        Ranking(run=before, kept=found.before),
        Ranking(run=after, kept=found.after),
        found.adverts,
    )


def _proofs(
    db: Db, runs: Runs, listed: Sequence[Change], vault: Vault
) -> dict[UUID, Sequence[Proof]]:
    """Why each that is listed changed, by what the two rankings found of it."""
    before, after = runs
    ids = [change.advert.vacancy_id for change in listed]
    kept = matches.some_of_runs(db, [before.run.id, after.run.id], ids, vault=vault)
    return {
        one: _proof(
            runs, grounds(kept.get((before.run.id, one)), kept.get((after.run.id, one)))
        )
        for one in ids
    }


def _proof(runs: Runs, why: Grounds) -> Sequence[Proof]:
    before, after = runs
    return (
        *_told(why.now, after.capacity, holds=True),
        *_told(why.no_longer, before.capacity, holds=False),
    )


def _told(
    found: Sequence[Finding], capacity: Capacity | None, *, holds: bool
) -> Iterator[Proof]:
    for finding in found:
        yield Proof(
            text=finding.text,
            quote=finding.quote,
            limit=finding.limit or _limit(finding.field, capacity),
            holds=holds,
        )


def _limit(name: str, capacity: Capacity | None) -> str | None:
    """What the document says on the field of a finding that names no limit itself."""
    field = capacity_fields().get(STANDS_ON.get(name, name))
    items = capacity.items if capacity else ()
    item = next((one for one in items if field and one.field == field.name), None)
    if field is None or item is None or item.level == 0:
        return None
    return can(field, item) or "voorwaarde"

"""Reads two rankings of a candidate side by side: what changed, and what made it so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from matching.changes import Change, Changes, Ranking, changes, differing, grounds
from schemas.capacity import Capacity
from schemas.capacity_fields import capacity_fields
from schemas.database import Db
from schemas.match import Finding, Match, MatchRun
from schemas.tables import capacities, matches
from schemas.tables import changes as table
from schemas.vault import Vault
from webapp.capacities.limits import can

With = Literal["vorige", "belastbaarheid"]
LISTED = 40  # of each list; nobody reads further on this page
# Findings about facts, and the item of the belastbaarheid they stand on.
STANDS_ON = {"hours_min": "hours_week"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A ranking and the capacity document it used, if any."""

    ranking: Ranking
    capacity: Capacity | None

    @property
    def run(self) -> MatchRun:
        """The run itself."""
        return self.ranking.run


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
    """Two rankings and what changed from `before` to `after`."""

    before: Side
    after: Side
    found: Changes
    proofs: Mapping[UUID, Sequence[Proof]]

    @property
    def is_whole(self) -> bool:
        """Whether both rankings kept everything they considered."""
        return self.before.ranking.is_whole and self.after.ranking.is_whole


def runs_to_compare(
    db: Db, candidate_id: UUID, other: With
) -> tuple[MatchRun, MatchRun] | None:
    """The ranking to compare with and the newest; None when either is missing."""
    latest = table.latest_runs(db, candidate_id)
    if not latest:
        return None
    before = latest[1] if len(latest) > 1 else None
    if other == "belastbaarheid":
        before = table.before_document(db, latest[0])
    return (before, latest[0]) if before else None


def what_changed(db: Db, runs: tuple[MatchRun, MatchRun], *, today: date) -> Changes:
    """Only what changed, without the proof: two small reads and the adverts."""
    before, after = (_ranking(db, run) for run in runs)
    return _sorted_out(db, before, after, today)


def compare_runs(
    db: Db, runs: tuple[MatchRun, MatchRun], *, today: date, vault: Vault
) -> Compared:
    """What changed, with the proof of what is listed."""
    before, after = (_side(db, run, vault) for run in runs)
    found = _sorted_out(db, before.ranking, after.ranking, today)
    listed = [*found.begun[:LISTED], *found.turned[:LISTED]]
    return Compared(
        before=before,
        after=after,
        found=found,
        proofs=_proofs(
            before,
            after,
            _kept(db, before, listed, vault),
            _kept(db, after, listed, vault),
        ),
    )


def _sorted_out(db: Db, before: Ranking, after: Ranking, today: date) -> Changes:
    named = differing(before, after)
    adverts = table.adverts(db, after.run, named, today=today)
    return changes(before, after, adverts)


def _ranking(db: Db, run: MatchRun) -> Ranking:
    return Ranking(run=run, verdicts=table.verdicts(db, run.id))


def _side(db: Db, run: MatchRun, vault: Vault) -> Side:
    used = run.capacity_id
    capacity = capacities.one(db, used, vault=vault) if used else None
    return Side(ranking=_ranking(db, run), capacity=capacity)


def _kept(
    db: Db, side: Side, listed: Sequence[Change], vault: Vault
) -> dict[UUID, Match | None]:
    """What a ranking found of each that is listed."""
    ids = [change.advert.vacancy_id for change in listed]
    found = matches.some_of_run(db, side.run.id, ids, vault=vault)
    return {one: found.get(one) for one in ids}


def _proofs(
    before: Side,
    after: Side,
    then: Mapping[UUID, Match | None],
    now: Mapping[UUID, Match | None],
) -> dict[UUID, Sequence[Proof]]:
    decided = {one: grounds(then[one], now[one]) for one in then}
    return {
        one: (
            *_told(why.now, after.capacity, holds=True),
            *_told(why.no_longer, before.capacity, holds=False),
        )
        for one, why in decided.items()
    }


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

"""The newest ranking of a candidate, and those that it is laid beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.capacity import Capacity
from schemas.database import Db, fetch_nested
from schemas.match import MatchRun
from schemas.tables import capacities, matches
from schemas.vault import Vault

Nested = Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOn:
    """A ranking and the capacity document it used, if any."""

    run: MatchRun
    capacity: Capacity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRuns:
    """Each is None when there is none.

    `previous` is the ranking before the newest, `on_another` the last before it on
    another capacity document (or on none). `seen_until` is the moment of the newest
    ranking that the adviser looked at.
    """

    newest: RunOn
    previous: RunOn | None
    on_another: RunOn | None
    seen_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    newest: Nested
    newest_document: Nested | None
    previous: Nested | None
    previous_document: Nested | None
    other: Nested | None
    other_document: Nested | None
    seen_until: datetime | None


OF_CANDIDATE = f"""
with newest as ({matches.LATEST_RUN}),
document as ({capacities.ALL})
select n as newest, nd as newest_document, p as previous, pd as previous_document,
    o as other, od as other_document, seen.run_made_at as seen_until
from newest n
left join ({matches.RUNS} order by made_at desc, id offset 1 limit 1) p on true
left join lateral (
    {matches.RUNS} and made_at < n.made_at
        and capacity_id is distinct from n.capacity_id
    order by made_at desc, id limit 1
) o on true
left join document nd on nd.id = n.capacity_id
left join document pd on pd.id = p.capacity_id
left join document od on od.id = o.capacity_id
left join changes_seen seen on seen.candidate_id = n.candidate_id
    and seen.account_id = %(account_id)s
"""  # noqa: S608 - our own constants


def of_candidate(
    db: Db, candidate_id: UUID, account_id: UUID, *, vault: Vault
) -> ComparedRuns | None:
    """The rankings of a candidate, for the adviser who asks; None without any."""
    named = {"candidate_id": candidate_id, "account_id": account_id}
    found = fetch_nested(db, _Row, OF_CANDIDATE, named)
    return _compared(found[0], vault) if found else None


def _compared(row: _Row, vault: Vault) -> ComparedRuns:
    return ComparedRuns(
        newest=_run_on(row.newest, row.newest_document, vault),
        previous=_if_any(row.previous, row.previous_document, vault),
        on_another=_if_any(row.other, row.other_document, vault),
        seen_until=row.seen_until,
    )


def _if_any(run: Nested | None, document: Nested | None, vault: Vault) -> RunOn | None:
    return _run_on(run, document, vault) if run else None


def _run_on(run: Nested, document: Nested | None, vault: Vault) -> RunOn:
    return RunOn(
        run=matches.nested_run(run),
        capacity=capacities.nested_capacity(document, vault),
    )

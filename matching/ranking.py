"""Ranks the open vacancies for a candidate, and keeps what was known when it did."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

from matching.demands import RULES_VERSION
from matching.encoder import Encoder
from matching.judged import Market, Ranked, judged, sought_by
from matching.likeness.comparing import likeness
from matching.likeness.documents import queries_of
from matching.market.ahead import Ahead, look_ahead
from matching.market.coded import Rows
from matching.market.held import OpenMarket, hold
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.person import Standing, sides
from matching.market.shelves import Judged, shelves
from matching.ordering import Placed
from matching.scoring.seeker import Seeker
from matching.scoring.transferable import suggested
from matching.scoring.weights import SCORING_VERSION
from matching.seekers import NoCandidateError, seeker_of
from matching.threads import one_thread
from schemas.answer import laid_over, with_answers
from schemas.database import Db
from schemas.match import Match, MatchRun
from schemas.tables import (
    answers,
    changes,
    demands,
    matches,
    profiles,
    vacancies,
)
from schemas.vault import BrokenSealError, UnknownKeyError, Vault

KEPT = 500  # of the fitting and of the excluded each; nobody reads further
TOGETHER = 40  # candidates that look ahead in one pass over the market

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Means:
    """By what is compared, and by what is sealed and opened.

    `ahead` is what was already looked for in the same market, by candidate.
    """

    encoder: Encoder
    vault: Vault
    ahead: Mapping[UUID, Ahead] = field(default_factory=dict)


def rank(
    db: Db, encoder: Encoder, candidate_id: UUID, *, now: datetime, vault: Vault
) -> MatchRun:
    """Judge and order the open vacancies, and keep the result as a new run.

    One transaction (of its own, unless the caller has one open). What has not been
    understood yet takes no part: silence of an unread advert means nothing.
    """
    with db.transaction():
        held = hold(db, model=encoder.name, today=now.date())
        return rank_in(db, Means(encoder, vault), candidate_id, held, now)


def rank_all(  # noqa: PLR0913 - what it reads by, seals by and is told
    db: Db,
    encoder: Encoder,
    *,
    now: datetime,
    vault: Vault,
    only: Sequence[UUID] | None = None,
    progress: Progress | None = None,
) -> list[MatchRun]:
    """Rank for every candidate, or for `only` these, each in its own transaction.

    Reads the market once, so it is much cheaper than `rank` for each. `progress`
    hears (done, total). NoCandidateError in the end when one of `only` is not there.
    """
    with db.transaction():
        chosen = profiles.all_ids(db) if only is None else list(only)
        held = hold(db, model=encoder.name, today=now.date())
    runs: list[MatchRun] = []
    for run in rank_each(db, Means(encoder, vault), chosen, held, now):
        runs.append(run)
        if progress:
            progress(len(runs), len(chosen))
    if missing := set(only or ()).difference(run.candidate_id for run in runs):
        raise NoCandidateError(", ".join(sorted(map(str, missing))))
    return runs


def rank_each(
    db: Db, by: Means, chosen: Sequence[UUID], held: OpenMarket, now: datetime
) -> Iterator[MatchRun]:
    """Rank some in a market that is held, each in a transaction of their own.

    Together they look ahead in it, `TOGETHER` at a time. Who was erased meanwhile is
    passed over.
    """
    for start in range(0, len(chosen), TOGETHER):
        some = chosen[start : start + TOGETHER]
        prepared = replace(by, ahead=_looked_ahead(db, by, some, held, now))
        for candidate_id in some:
            run = None
            with suppress(NoCandidateError), db.transaction():
                run = rank_in(db, prepared, candidate_id, held, now)
            if run is not None:
                yield run


def _looked_ahead(
    db: Db, by: Means, chosen: Sequence[UUID], held: OpenMarket, now: datetime
) -> Mapping[UUID, Ahead]:
    """Who is gone or cannot be opened is left out: ranking them will say so."""
    seekers: dict[UUID, Seeker] = {}
    with db.transaction():
        for candidate_id in chosen:
            with suppress(NoCandidateError, UnknownKeyError, BrokenSealError):
                seekers[candidate_id] = seeker_of(db, candidate_id, vault=by.vault)
    found = look_ahead(held, list(seekers.values()), by.encoder, now.date())
    return dict(zip(seekers, found, strict=True))


def rank_in(
    db: Db, by: Means, candidate_id: UUID, held: OpenMarket, now: datetime
) -> MatchRun:
    """Rank one candidate in a market that is held, in the caller's transaction."""
    seeker = seeker_of(db, candidate_id, vault=by.vault)
    begun = changes.begun(db, candidate_id)

    def read(rows: Rows) -> Market:
        return market(db, held, rows)

    ahead = by.ahead.get(candidate_id)
    stall = Stall(held=held, read=read, begun=begun, ahead=ahead)
    found = ranked_in(seeker, stall, by.encoder, now)
    run = MatchRun(
        id=uuid4(),
        candidate_id=candidate_id,
        capacity_id=seeker.capacity.id if seeker.capacity else None,
        model=by.encoder.name,
        rules=RULES_VERSION,
        made_at=now,
        considered=len(held),
        excluded=found.excluded,
        scoring=SCORING_VERSION,
        weights=seeker.weights.version,
        search_width=seeker.profile.search_width,
        suggestions=found.suggestions,
    )
    matches.store(db, run, kept(found.matches, begun), vault=by.vault)
    return run


def market(db: Db, held: OpenMarket, rows: Rows) -> Market:
    """The vacancies of these rows, whole, as they are to be judged."""
    ids = held.columns.ids(rows)
    found = {one.id: one for one in vacancies.several(db, ids)}
    asked, told = demands.of_vacancies(db, ids), answers.told_of(db, ids)
    return Market(
        vacancies=[with_answers(found[one], told[one]) for one in ids],
        demands=[laid_over(asked[one], told[one]) for one in ids],
        described=held.described(rows),
        told={one: known for one, known in told.items() if known},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """A held market, how to read rows of it whole, and what must not be left out.

    `ahead`: what was looked for already, perhaps before something changed.
    """

    held: OpenMarket
    read: Callable[[Rows], Market]
    begun: Collection[UUID] = ()
    ahead: Ahead | None = None


def ranked_in(seeker: Seeker, stall: Stall, encoder: Encoder, now: datetime) -> Ranked:
    """The first that fit and the first that are out, of a market of any size.

    The same as `ranked` over the whole of it, as far as `kept` keeps that.
    """
    with one_thread():
        return _ranked_in(seeker, stall, encoder, now)


def _ranked_in(seeker: Seeker, stall: Stall, encoder: Encoder, now: datetime) -> Ranked:
    held, queries = stall.held, queries_of(seeker.profile)
    person = Person(profile=seeker.profile, capacity=seeker.capacity, today=now.date())
    ahead = stall.ahead
    if ahead is None or (ahead.seeker, ahead.today) != (seeker, now.date()):
        (ahead,) = look_ahead(held, [seeker], encoder, now.date())
    sought = sought_by(seeker, ahead.advertised, encoder)

    def judge(rows: Rows) -> list[Placed]:
        read = stall.read(rows)
        alike = likeness(queries, read.described, encoder)
        return judged(seeker, read, alike, sought, now)

    sieved = sieve(held.columns, person)
    standing = Standing(person=person, sieved=sieved, reach=ahead.reach)
    found = shelves(
        sieved,
        sides(held, standing, sought, encoder),
        Judged(judge=judge),
        held.columns.rows_of(stall.begun),
        KEPT,
    )
    return Ranked(
        matches=found.matches,
        suggestions=suggested(sought.taken),
        excluded=found.excluded,
    )


def kept(ordered: Sequence[Match], begun: Collection[UUID]) -> list[Match]:
    """The first of the fitting and of the excluded, and what was set going already."""
    fitting = [match for match in ordered if match.verdict != "past_niet"]
    excluded = [match for match in ordered if match.verdict == "past_niet"]
    return [
        match
        for side in (fitting, excluded)
        for number, match in enumerate(side)
        if number < KEPT or match.vacancy_id in begun
    ]

"""Ranks the open vacancies for a candidate, and keeps what was known when it did."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

import numpy as np

from matching.answered import with_sources
from matching.demands import RULES_VERSION
from matching.encoder import Encoder
from matching.judging import Case, judge
from matching.learning.using import weights_in_use
from matching.likeness.comparing import Described, Likeness, described, likeness
from matching.likeness.documents import Query, queries_of, vacancy_text
from matching.linking import bundled_link
from matching.ordering import in_order, placed
from matching.priors import expectation
from matching.scoring.occupations import known_occupations
from matching.scoring.saying import resembles
from matching.scoring.scoring import Sought, with_score
from matching.scoring.seeker import Seeker, groups_of
from matching.scoring.transferable import advertised, suggested, taken_over
from matching.scoring.weights import SCORING_VERSION, widened
from schemas.answer import Told, laid_over, with_answers
from schemas.database import Db
from schemas.errors import BadInputError
from schemas.match import Finding, Match, MatchRun, Suggestion
from schemas.tables import (
    answers,
    capacities,
    changes,
    demands,
    matches,
    profiles,
    vacancies,
    vectors,
)
from schemas.vacancy import Demand, Vacancy

KEPT = 500  # of the fitting and of the excluded each; nobody reads further
TELLING = 0.4  # from this likeness on, what it resembles is a reason

Progress = Callable[[int, int], None]


class NoCandidateError(BadInputError):
    """There is no such candidate (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The open vacancies that have been read, row for row, with what was answered.

    `told` are those answers by vacancy, for who said what.
    """

    vacancies: Sequence[Vacancy]
    demands: Sequence[Sequence[Demand]]
    described: Described
    told: Mapping[UUID, Sequence[Told]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Every vacancy judged, best first, and what else could be sought."""

    matches: Sequence[Match]
    suggestions: Sequence[Suggestion]


def rank(
    db: Db,
    encoder: Encoder,
    candidate_id: UUID,
    *,
    now: datetime,
) -> MatchRun:
    """Judge and order every open vacancy, and keep the result as a new run.

    One transaction (of its own, unless the caller has one open). What has not been
    understood yet takes no part: silence of an unread advert means nothing.
    """
    with db.transaction():
        return _rank(db, encoder, candidate_id, market(db, encoder, now), now)


def rank_all(
    db: Db,
    encoder: Encoder,
    *,
    now: datetime,
    only: Sequence[UUID] | None = None,
    progress: Progress | None = None,
) -> list[MatchRun]:
    """Rank for every candidate, or for `only` these, each in its own transaction.

    Reads the market once, so it is much cheaper than `rank` for each. `progress`
    hears (done, total).
    """
    with db.transaction():
        chosen = profiles.all_ids(db) if only is None else list(only)
        read = market(db, encoder, now)
    runs: list[MatchRun] = []
    for candidate_id in chosen:
        with db.transaction():
            runs.append(_rank(db, encoder, candidate_id, read, now))
        if progress:
            progress(len(runs), len(chosen))
    return runs


def market(db: Db, encoder: Encoder, now: datetime) -> Market:
    """The open vacancies that this encoder has vectors of."""
    found = {v.id: v for v in vacancies.still_open(db, now.date())}
    stored = vectors.of_vacancies(db, list(found), model=encoder.name)
    ids = [one.vacancy_id for one in stored]
    asked, told = demands.of_vacancies(db, ids), answers.told_of(db, ids)
    numbers = b"".join(one.numbers for one in stored)
    rows = np.frombuffer(numbers, dtype=">f4").astype(np.float32)
    texts = [vacancy_text(found[vacancy_id]) for vacancy_id in ids]
    table = rows.reshape(len(ids), -1) if ids else np.empty((0, 1), np.float32)
    return Market(
        vacancies=[with_answers(found[one], told[one]) for one in ids],
        demands=[laid_over(asked[one], told[one]) for one in ids],
        described=described(texts, table),
        told={one: known for one, known in told.items() if known},
    )


def _rank(
    db: Db,
    encoder: Encoder,
    candidate_id: UUID,
    read: Market,
    now: datetime,
) -> MatchRun:
    profile = profiles.profile_for_matching(db, candidate_id)
    if profile is None:
        raise NoCandidateError(str(candidate_id))
    capacity = capacities.latest(db, candidate_id)
    seeker = Seeker(
        profile=profile,
        capacity=capacity,
        groups=groups_of(profile, bundled_link),
        weights=weights_in_use(db),
    )
    found = ranked(seeker, read, encoder, now)
    run = MatchRun(
        id=uuid4(),
        candidate_id=candidate_id,
        capacity_id=capacity.id if capacity else None,
        model=encoder.name,
        rules=RULES_VERSION,
        made_at=now,
        considered=len(found.matches),
        excluded=sum(match.verdict == "past_niet" for match in found.matches),
        scoring=SCORING_VERSION,
        weights=seeker.weights.version,
        search_width=profile.search_width,
        suggestions=found.suggestions,
    )
    matches.store(db, run, kept(found.matches, changes.begun(db, candidate_id)))
    return run


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


def ranked(seeker: Seeker, read: Market, encoder: Encoder, now: datetime) -> Ranked:
    """Every vacancy judged, best first; reads and writes nothing."""
    queries = queries_of(seeker.profile)
    alike = likeness(queries, read.described, encoder)
    sought = _sought(seeker, queries, read, alike, encoder)
    return Ranked(
        matches=in_order(
            [
                placed(case, _match(case, like, read, sought))
                for case, like in zip(_cases(seeker, read, now), alike, strict=True)
            ]
        ),
        suggestions=suggested(sought.taken),
    )


def _sought(
    seeker: Seeker,
    queries: Sequence[Query],
    read: Market,
    alike: Sequence[Likeness],
    encoder: Encoder,
) -> Sought:
    known = known_occupations(queries, seeker.groups)
    open_now = advertised([vacancy.isco for vacancy in read.vacancies], alike)
    return Sought(
        known=known,
        taken=taken_over(known, open_now, encoder),
        weights=widened(seeker.weights, seeker.profile.search_width),
    )


def _cases(seeker: Seeker, read: Market, now: datetime) -> Iterator[Case]:
    for vacancy, asked in zip(read.vacancies, read.demands, strict=True):
        yield Case(
            profile=seeker.profile,
            capacity=seeker.capacity,
            vacancy=vacancy,
            demands=asked,
            expected=expectation(vacancy, asked),
            today=now.date(),
        )


def _match(case: Case, like: Likeness, read: Market, sought: Sought) -> Match:
    told = read.told.get(case.vacancy.id, ())
    judged = with_sources(judge(case, score=0.0), told)
    match = with_score(judged, case, like, sought)
    if like.closest is None or like.overall < TELLING:
        return match
    return replace(match, reasons=(_resembles(like.closest), *match.reasons))


def _resembles(query: Query) -> Finding:
    return Finding(
        kind="reason", field="likeness", text=f"Lijkt op {resembles(query)}."
    )

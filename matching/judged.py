"""Every vacancy of a list judged and scored for somebody; reads and writes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from matching.answered import with_sources
from matching.encoder import Encoder
from matching.judging import Case, judge
from matching.likeness.comparing import Described, Likeness, likeness
from matching.likeness.documents import Query, queries_of
from matching.ordering import Placed, in_order, placed
from matching.priors import expectation
from matching.scoring.occupations import known_occupations
from matching.scoring.saying import resembles
from matching.scoring.scoring import Sought, with_score
from matching.scoring.seeker import Seeker
from matching.scoring.transferable import Advertised, advertised, suggested, taken_over
from matching.scoring.weights import widened
from schemas.answer import Told
from schemas.match import Finding, Match, Suggestion
from schemas.vacancy import Demand, Vacancy

TELLING = 0.4  # from this likeness on, what it resembles is a reason


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
    """What was judged, best first, what else could be sought, and how many are out."""

    matches: Sequence[Match]
    suggestions: Sequence[Suggestion]
    excluded: int


def ranked(seeker: Seeker, read: Market, encoder: Encoder, now: datetime) -> Ranked:
    """Every vacancy judged, best first; reads and writes nothing."""
    queries = queries_of(seeker.profile)
    alike = likeness(queries, read.described, encoder)
    open_now = advertised([vacancy.isco for vacancy in read.vacancies], alike)
    sought = sought_by(seeker, open_now, encoder)
    matches = in_order(judged(seeker, read, alike, sought, now))
    return Ranked(
        matches=matches,
        suggestions=suggested(sought.taken),
        excluded=sum(match.verdict == "past_niet" for match in matches),
    )


def judged(
    seeker: Seeker,
    read: Market,
    alike: Sequence[Likeness],
    sought: Sought,
    now: datetime,
) -> list[Placed]:
    """Each vacancy judged, row for row, ready to be put in order."""
    return [
        placed(case, _match(case, like, read, sought))
        for case, like in zip(_cases(seeker, read, now), alike, strict=True)
    ]


def sought_by(
    seeker: Seeker, open_now: Mapping[str, Advertised], encoder: Encoder
) -> Sought:
    """What is the same for every vacancy; `open_now` tells of the whole market."""
    known = known_occupations(queries_of(seeker.profile), seeker.groups)
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

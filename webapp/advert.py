"""One advert for one candidate: the verdict, the marked text, the lines of proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schemas.capacity import Capacity
from schemas.database import Db
from schemas.dossier import Judgement
from schemas.match import Finding, Match
from schemas.tables import capacities, demands, judgements, matches, ranked_vacancies
from schemas.vacancy import Demand, Vacancy
from webapp.comparison import Line, compare, findings_of
from webapp.printed_facts import PrintedFact, printed_facts
from webapp.quotes import Part, Piece, marks_of, pieces
from webapp.shelf import home_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """All that the page shows beside the vacancy itself.

    `match` is None when the latest ranking does not know the vacancy; `capacity` is
    the document that ranking used, which need not be the latest.
    """

    match: Match | None
    capacity: Capacity | None
    title: Sequence[Piece]
    text: Sequence[Piece]
    lines: Sequence[Line]
    facts: Sequence[PrintedFact]
    judged: Judgement | None
    home: tuple[float, float] | None


def read_advert(db: Db, candidate_id: UUID, vacancy: Vacancy) -> Advert:
    """Read what is known of `vacancy` for a candidate that may be seen."""
    ranked = ranked_vacancies.one(db, candidate_id, vacancy.id)
    match = ranked.match if ranked else None
    capacity = _capacity(db, candidate_id)
    asked, found = demands.of_vacancy(db, vacancy.id), findings_of(match)
    return Advert(
        match=match,
        capacity=capacity,
        title=_marked(vacancy.title, "title", asked, found),
        text=_marked(vacancy.text, "text", asked, found),
        lines=compare(vacancy, found, asked, capacity),
        facts=printed_facts(vacancy),
        judged=judgements.in_force(db, candidate_id, vacancy.id),
        home=home_of(candidate_id),
    )


def _capacity(db: Db, candidate_id: UUID) -> Capacity | None:
    run = matches.latest_run(db, candidate_id)
    return capacities.one(db, run.capacity_id) if run and run.capacity_id else None


def _marked(
    text: str, part: Part, asked: Sequence[Demand], found: Sequence[Finding]
) -> tuple[Piece, ...]:
    return pieces(text, part, marks_of(text, part, asked, found))

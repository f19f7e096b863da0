"""One advert for one candidate: the verdict, the marked text, the lines of proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schemas.capacity import Capacity
from schemas.database import Db
from schemas.dossier import Judgement
from schemas.match import Finding, Match, MatchRun, Overrule
from schemas.tables import (
    answers,
    capacities,
    demands,
    judgements,
    matches,
    overrules,
    ranked_vacancies,
)
from schemas.tables.ranked_vacancies import RankedVacancy
from schemas.vacancy import Demand, Vacancy
from schemas.vault import Vault
from webapp.answers.questions import Sheet, sheet, standing
from webapp.vacancies.comparison import Line, compare, findings_of
from webapp.vacancies.printed_facts import PrintedFact, printed_facts
from webapp.vacancies.quotes import Part, Piece, marks_of, pieces
from webapp.vacancies.shelf import home_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """All that the page shows beside the vacancy itself.

    `ranked` is None when it lies on no shelf, `match` when the latest ranking does not
    know the vacancy; `capacity` is the document that ranking used, which need not be
    the latest.
    """

    ranked: RankedVacancy | None
    match: Match | None
    run: MatchRun | None
    capacity: Capacity | None
    title: Sequence[Piece]
    text: Sequence[Piece]
    lines: Sequence[Line]
    sheet: Sheet
    facts: Sequence[PrintedFact]
    judged: Judgement | None
    home: tuple[float, float] | None
    earlier: Sequence[Overrule]


def read_advert(
    db: Db, candidate_id: UUID, vacancy: Vacancy, *, vault: Vault
) -> Advert:
    """Read what is known of `vacancy` for a candidate that may be seen."""
    ranked = ranked_vacancies.one(db, candidate_id, vacancy.id, vault=vault)
    match = ranked.match if ranked else None
    run = matches.latest_run(db, candidate_id)
    capacity = _capacity(db, run, vault)
    asked, found = demands.of_vacancy(db, vacancy.id), findings_of(match)
    known = answers.of_vacancy(db, vacancy.id)
    return Advert(
        ranked=ranked,
        match=match,
        run=run,
        capacity=capacity,
        title=_marked(vacancy.title, "title", asked, found),
        text=_marked(vacancy.text, "text", asked, found),
        lines=compare(vacancy, found, asked, capacity, standing(known)),
        sheet=sheet(vacancy, match, known),
        facts=printed_facts(vacancy),
        judged=judgements.in_force(db, candidate_id, vacancy.id),
        home=home_of(candidate_id),
        earlier=_taken_back(db, candidate_id, vacancy.id, vault),
    )


def _taken_back(
    db: Db, candidate_id: UUID, vacancy_id: UUID, vault: Vault
) -> list[Overrule]:
    """The overrules that hold no longer, newest first."""
    known = overrules.history(db, candidate_id, vacancy_id, vault=vault)
    return [one for one in known if one.undone_at]


def _capacity(db: Db, run: MatchRun | None, vault: Vault) -> Capacity | None:
    used = run.capacity_id if run else None
    return capacities.one(db, used, vault=vault) if used else None


def _marked(
    text: str, part: Part, asked: Sequence[Demand], found: Sequence[Finding]
) -> tuple[Piece, ...]:
    return pieces(text, part, marks_of(text, part, asked, found))

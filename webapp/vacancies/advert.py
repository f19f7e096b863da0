"""One advert for one candidate: the verdict, the marked text, the lines of proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schemas.capacity import Capacity
from schemas.database import Db
from schemas.match import Finding, Match, MatchRun, Overrule
from schemas.tables import overrules, ranked_vacancies
from schemas.tables.known_vacancies import KnownVacancy
from schemas.tables.ranked_vacancies import RankedVacancy
from schemas.tables.searches import Search
from schemas.vacancy import Demand
from schemas.vault import Vault
from webapp.answers.questions import Sheet, sheet, standing
from webapp.vacancies.comparison import Line, compare, findings_of
from webapp.vacancies.printed_facts import PrintedFact, printed_facts
from webapp.vacancies.quotes import Part, Piece, marks_of, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """All that the page shows beside the vacancy itself.

    `ranked` is None when it lies on no shelf, `match` when the latest ranking does not
    know the vacancy; `capacity` is the document that ranking used, which need not be
    the latest. `judged` is None as long as no adviser decided.
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
    judged: RankedVacancy | None
    home: tuple[float, float] | None
    earlier: Sequence[Overrule]


def read_advert(db: Db, search: Search, known: KnownVacancy, *, vault: Vault) -> Advert:
    """Read how a vacancy stands for a candidate that may be seen."""
    vacancy, whose = known.vacancy, search.candidate.id
    ranked = ranked_vacancies.one(db, whose, vacancy.id, vault=vault)
    match = ranked.match if ranked else None
    found = findings_of(match)
    told = standing(known.answers)
    return Advert(
        ranked=ranked,
        match=match,
        run=search.run,
        capacity=search.capacity,
        title=_marked(vacancy.title, "title", known.demands, found),
        text=_marked(vacancy.text, "text", known.demands, found),
        lines=compare(vacancy, found, known.demands, search.capacity, told),
        sheet=sheet(vacancy, match, known.answers),
        facts=printed_facts(vacancy),
        judged=ranked if ranked and ranked.decision else None,
        home=search.home,
        earlier=_taken_back(db, whose, vacancy.id, vault),
    )


def _taken_back(
    db: Db, candidate_id: UUID, vacancy_id: UUID, vault: Vault
) -> list[Overrule]:
    """The overrules that hold no longer, newest first."""
    known = overrules.history(db, candidate_id, vacancy_id, vault=vault)
    return [one for one in known if one.undone_at]


def _marked(
    text: str, part: Part, asked: Sequence[Demand], found: Sequence[Finding]
) -> tuple[Piece, ...]:
    return pieces(text, part, marks_of(text, part, asked, found))

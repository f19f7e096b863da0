"""One page of a shelf: what lies on it, what lies beside it, how fresh it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import abort, request

from schemas.answer import Told
from schemas.candidate import SearchProfile
from schemas.match import MatchRun
from schemas.tables import (
    answers,
    match_requests,
    matches,
    profiles,
    ranked_vacancies,
    vacancy_checks,
)
from schemas.tables.ranked_vacancies import RankedVacancy, Shelves
from schemas.tables.vacancy_checks import Standing
from webapp.site.request import database, vault
from webapp.vacancies.searching import Searching, searching
from webapp.writing import words
from webapp.writing.fields import read_identity

PER_PAGE = 20
LAST_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which shelf (by its word in the URL), which page of it, what was just judged."""

    word: str
    number: int
    judged: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    """All that the page shows; `run` None: nothing was compared yet.

    `told` is what holds by vacancy and field: it may have been answered since the run.
    """

    asked: Asked
    rows: Sequence[RankedVacancy]
    told: Mapping[UUID, Mapping[str, Told]]
    standings: Mapping[UUID, Standing]
    shelves: Shelves
    run: MatchRun | None
    pending: bool
    judged: RankedVacancy | None
    home: tuple[float, float] | None
    searching: Searching

    @property
    def here(self) -> int:
        """How many lie on this shelf."""
        return self.counted(self.asked.word)

    @property
    def last_page(self) -> int:
        """The number of the last page, at least 1."""
        return max(1, -(-self.here // PER_PAGE))

    def counted(self, word: str) -> int:
        """How many lie on a shelf, by its word in the URL."""
        count: int = getattr(self.shelves, words.SHELVES[word][0])
        return count


def asked_shelf(candidate_id: UUID) -> Asked:
    """What the URL asks for; 404 for a shelf or a page that cannot be."""
    word = request.args.get("lijst") or _first_shelf(candidate_id)
    number = request.args.get("pagina", "1")
    if word not in words.SHELVES or not (number.isascii() and number.isdigit()):
        abort(404)
    if not 1 <= int(number[:9]) <= LAST_PAGE:
        abort(404)
    return Asked(
        word=word,
        number=int(number[:9]),
        judged=read_identity(request.args.get("net", "")),
    )


def _first_shelf(candidate_id: UUID) -> str:
    """What fits, unless nothing does and there is something to find out."""
    shelves = ranked_vacancies.count(database(), candidate_id)
    return "uitzoeken" if shelves.uitzoeken and not shelves.past else "past"


def shelf_page(candidate_id: UUID, asked: Asked) -> ShelfPage:
    """Read one page of a shelf of a candidate that may be seen."""
    db = database()
    shelf, _ = words.SHELVES[asked.word]
    rows = ranked_vacancies.on_shelf(
        db,
        candidate_id,
        shelf,
        limit=PER_PAGE,
        offset=PER_PAGE * (asked.number - 1),
        vault=vault(),
    )
    shown = [row.vacancy_id for row in rows]
    profile = profiles.profile_for_matching(db, candidate_id) or abort(404)
    run = matches.latest_run(db, candidate_id)
    return ShelfPage(
        asked=asked,
        rows=rows,
        told=_told(shown),
        standings=vacancy_checks.standing(
            db, [*shown, asked.judged] if asked.judged else shown
        ),
        shelves=ranked_vacancies.count(db, candidate_id),
        run=run,
        pending=match_requests.is_pending(db, candidate_id),
        judged=_judged(candidate_id, asked.judged),
        home=_home(profile),
        searching=searching(profile, run),
    )


def _judged(candidate_id: UUID, vacancy_id: UUID | None) -> RankedVacancy | None:
    if vacancy_id is None:
        return None
    return ranked_vacancies.one(database(), candidate_id, vacancy_id, vault=vault())


def _told(shown: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Told]]:
    found = answers.told_of(database(), shown)
    return {about: {one.field: one for one in told} for about, told in found.items()}


def home_of(candidate_id: UUID) -> tuple[float, float] | None:
    """Where the candidate lives, as a point, if known."""
    profile = profiles.profile_for_matching(database(), candidate_id)
    return _home(profile) if profile else None


def _home(profile: SearchProfile) -> tuple[float, float] | None:
    if profile.lat is None or profile.lon is None:
        return None
    return profile.lat, profile.lon

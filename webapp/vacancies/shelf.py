"""One page of a shelf: what lies on it, what lies beside it, how fresh it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    shelves,
    vacancy_checks,
)
from schemas.tables.ranked_vacancies import RankedVacancy
from schemas.tables.shelves import Shelves
from schemas.tables.vacancy_checks import Standing
from webapp.site.request import database, vault
from webapp.vacancies.searching import Searching, searching
from webapp.writing import words
from webapp.writing.fields import read_identity

PER_PAGE = 20
LAST_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which shelf (by its word in the URL), which page of it, what was just judged.

    `word` is empty as long as nobody chose: then the page chooses.
    """

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
        return len(self.shelves.on(words.SHELVES[word][0]))


def asked_shelf() -> Asked:
    """What the URL asks for; 404 for a shelf or a page that cannot be."""
    word = request.args.get("lijst", "")
    number = request.args.get("pagina", "1")
    if (word and word not in words.SHELVES) or not (
        number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= LAST_PAGE
    ):
        abort(404)
    return Asked(
        word=word,
        number=int(number[:9]),
        judged=read_identity(request.args.get("net", "")),
    )


def shelf_page(candidate_id: UUID, asked: Asked) -> ShelfPage:
    """Read one page of a shelf of a candidate that may be seen."""
    db = database()
    lying = shelves.of_candidate(db, candidate_id)
    asked = replace(asked, word=asked.word or _first_shelf(lying))
    first = PER_PAGE * (asked.number - 1)
    shown = lying.on(words.SHELVES[asked.word][0])[first : first + PER_PAGE]
    rows = _rows(candidate_id, lying, [*shown, asked.judged])
    profile = profiles.profile_for_matching(db, candidate_id) or abort(404)
    run = matches.latest_run(db, candidate_id)
    return ShelfPage(
        asked=asked,
        rows=[rows[one] for one in shown],
        told=_told(shown),
        standings=vacancy_checks.standing(db, list(rows)),
        shelves=lying,
        run=run,
        pending=match_requests.is_pending(db, candidate_id),
        judged=rows.get(asked.judged) if asked.judged else None,
        home=_home(profile),
        searching=searching(profile, run),
    )


def _first_shelf(lying: Shelves) -> str:
    """What fits, unless nothing does and there is something to find out."""
    return "uitzoeken" if lying.uitzoeken and not lying.past else "past"


def _rows(
    candidate_id: UUID, lying: Shelves, wanted: Sequence[UUID | None]
) -> dict[UUID, RankedVacancy]:
    """Those that lie somewhere, by their id."""
    there = [one for one in wanted if one is not None and one in lying]
    rows = ranked_vacancies.several(database(), candidate_id, there, vault=vault())
    return {row.vacancy_id: row for row in rows}


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

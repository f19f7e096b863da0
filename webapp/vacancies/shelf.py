"""One page of a shelf: what lies on it, what lies beside it, how fresh it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from flask import abort, request

from schemas.tables import ranked_vacancies, searches, shelves
from schemas.tables.ranked_vacancies import RankedVacancy
from schemas.tables.searches import Search
from schemas.tables.shelves import Shelves
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
    """All that the page shows."""

    asked: Asked
    search: Search
    rows: Sequence[RankedVacancy]
    shelves: Shelves
    judged: RankedVacancy | None
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


def search_or_404(candidate_id: UUID) -> Search:
    """Row-level security gives no row for somebody else's candidate."""
    return searches.one(database(), candidate_id, vault=vault()) or abort(404)


def shelf_page(search: Search, asked: Asked) -> ShelfPage:
    """Read one page of a shelf."""
    candidate_id = search.candidate.id
    lying = shelves.of_candidate(database(), candidate_id)
    asked = replace(asked, word=asked.word or _first_shelf(lying))
    first = PER_PAGE * (asked.number - 1)
    shown = lying.on(words.SHELVES[asked.word][0])[first : first + PER_PAGE]
    rows = _rows(candidate_id, lying, [*shown, asked.judged])
    return ShelfPage(
        asked=asked,
        search=search,
        rows=[rows[one] for one in shown],
        shelves=lying,
        judged=rows.get(asked.judged) if asked.judged else None,
        searching=searching(search.profile, search.run),
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

"""Variety: not ten times the same job, not one employer on a whole page.

In any ten that follow each other, on a list of all or of one verdict, stand at most two
of one employer and three with the same title, as long as there is anything else. What
has to wait keeps its score, and says why it stands lower.
"""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from matching.likeness.titles import clean_title
from matching.priors.naming import without_accents
from schemas.match import HeldBack, Match, Verdict
from schemas.vacancy import Vacancy

WINDOW = 10
MOST: Mapping[HeldBack, int] = {"employer": 2, "title": 3}
FIRST = 200  # places that are made various; nobody reads on

Kinds = Mapping[HeldBack, str]


def kinds_of(vacancy: Vacancy) -> Kinds:
    """By what a vacancy is the same as another; words of a title in any order."""
    words = without_accents(clean_title(vacancy.title, place=vacancy.place)).split()
    kinds: dict[HeldBack, str] = {"title": " ".join(sorted(words))}
    if vacancy.employer and (employer := " ".join(vacancy.employer.casefold().split())):
        kinds["employer"] = employer
    return kinds


def various(ordered: Sequence[Match], kinds: Mapping[UUID, Kinds]) -> list[Match]:
    """The same matches, in the nearest order that has variety."""
    placing = _Placing(kinds=kinds)
    waiting: list[Match] = []
    coming = iter(ordered)
    placed: list[Match] = []
    while len(placed) < min(FIRST, len(ordered)):
        placed.append(_next(waiting, coming, placing))
        placing.place(placed[-1])
    return [*placed, *waiting, *coming]


def _next(waiting: list[Match], coming: Iterator[Match], placing: "_Placing") -> Match:
    """The best that may stand here; when nothing may, the best of all."""
    for index, match in enumerate(waiting):
        if placing.too_many(match) is None:
            return waiting.pop(index)
    for match in coming:
        why = placing.too_many(match)
        if why is None:
            return match
        waiting.append(replace(match, held_back=why))
    return waiting.pop(0)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The last nine places, and how many of them are the same by each kind."""

    last: deque[Kinds] = field(default_factory=deque)
    above: Counter[tuple[HeldBack, str]] = field(default_factory=Counter)

    def place(self, kinds: Kinds) -> None:
        self.last.append(kinds)
        self.above.update(kinds.items())
        if len(self.last) == WINDOW:
            self.above.subtract(self.last.popleft().items())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """The last places, of all and of each verdict."""

    kinds: Mapping[UUID, Kinds]
    shelves: dict[Verdict | None, _Shelf] = field(default_factory=dict)

    def place(self, match: Match) -> None:
        for shelf in (None, match.verdict):
            places = self.shelves.setdefault(shelf, _Shelf())
            places.place(self.kinds[match.vacancy_id])

    def too_many(self, match: Match) -> HeldBack | None:
        """By what enough of the same stand above already."""
        own = self.kinds[match.vacancy_id]
        for shelf in (self.shelves.get(None), self.shelves.get(match.verdict)):
            for kind, name in own.items() if shelf else ():
                if shelf and shelf.above[kind, name] >= MOST[kind]:
                    return kind
        return None

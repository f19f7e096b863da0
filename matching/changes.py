"""What changed between two rankings of one candidate: turned, come and gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from schemas.match import Finding, Match, MatchRun, Verdict
from schemas.tables.changes import Advert

ChangeKind = Literal[
    "turned",  # another verdict
    "new",  # advertised since the ranking before
    "let_in",  # advertised already, but not among what was kept then
    "read",  # advertised already, but not compared then
    "closed",  # no longer advertised
    "let_out",  # still advertised, but no longer among what is kept
    "unread",  # still advertised, but not compared this time
]
# From what asks for action to what is only good to know.
WEIGHT: Mapping[Verdict | None, int] = {"past_niet": 0, "uitzoeken": 1, "past": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """A run and how many vacancies it kept."""

    run: MatchRun
    kept: int

    @property
    def is_whole(self) -> bool:
        """Whether everything that was considered was kept, so that absence tells."""
        return self.kept >= self.run.considered


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One vacancy that changed."""

    advert: Advert
    kind: ChangeKind

    @property
    def before(self) -> Verdict | None:
        """The verdict in the ranking before; None when that does not have it."""
        return self.advert.before

    @property
    def after(self) -> Verdict | None:
        """The verdict in the ranking after; None when that does not have it."""
        return self.advert.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What was set going already comes first and stands nowhere else."""

    begun: Sequence[Change]
    turned: Sequence[Change]
    come: Sequence[Change]
    gone: Sequence[Change]

    def __bool__(self) -> bool:
        return bool(self.begun or self.turned or self.come or self.gone)


def changes(before: Ranking, after: Ranking, adverts: Iterable[Advert]) -> Changes:
    """Sort out what differs; `adverts` are those that do, in any order."""
    told = (Change(advert=one, kind=_kind(before, after, one)) for one in adverts)
    found = sorted(told, key=_weight)
    begun = [one for one in found if one.advert.begun]
    rest = [one for one in found if not one.advert.begun]
    return Changes(
        begun=begun,
        turned=[one for one in rest if one.kind == "turned"],
        come=[one for one in rest if one.before is None],
        gone=[one for one in rest if one.after is None],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The findings that decide: those of now, and those that decided and fell away."""

    now: Sequence[Finding]
    no_longer: Sequence[Finding]


def grounds(before: Match | None, after: Match | None) -> Grounds:
    """Why the verdict is another; what a heavier verdict leaves behind is no news."""
    lighter = before and after and WEIGHT[after.verdict] > WEIGHT[before.verdict]
    return Grounds(now=_deciding(after), no_longer=_deciding(before) if lighter else ())


def _kind(before: Ranking, after: Ranking, advert: Advert) -> ChangeKind:
    if advert.after is None:
        if not advert.is_open:
            return "closed"
        return "unread" if after.is_whole else "let_out"
    if advert.before is None:
        if advert.first_seen > before.run.made_at:
            return "new"
        return "read" if before.is_whole else "let_in"
    return "turned"


def _weight(change: Change) -> tuple[int, int, str, UUID]:
    """What no longer fits first, what left last; of what is new, what fits first."""
    now = WEIGHT.get(change.after, len(WEIGHT))
    then = -WEIGHT.get(change.before, len(WEIGHT))
    if change.before is None:
        now = -now
    advert = change.advert
    return now, then, advert.title.casefold(), advert.vacancy_id


def _deciding(match: Match | None) -> Sequence[Finding]:
    """What the verdict rests on: objections, else questions."""
    if match is None:
        return ()
    return match.objections or match.questions

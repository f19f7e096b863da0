"""Standing in: on which days it may be, by one rule for the page and the command.

Whoever stands in sees a dossier of somebody else's, and not for longer than is needed:
for one traject thirty days on end at most, in however many appointments, and never in
two at once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from schemas.account import LONGEST_STAND_IN
from schemas.database import Db
from schemas.tables import stand_ins
from schemas.tables.appointments import Guide
from schemas.tables.stand_ins import Known, StandIn

ONE_DAY = timedelta(days=1)
Days = tuple[date, date]  # the first and the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why days cannot be.

    `taken`: on these the same adviser stands in already. Without that it would be too
    long; `latest` is the last day that may be, None when there is none.
    """

    taken: Days | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """For which trajects it may be, is so already, or is refused."""

    free: Sequence[UUID]
    refused: dict[UUID, Refusal]


def weighed(db: Db, candidates: Collection[UUID], new: StandIn) -> Weighed:
    """What these days come to for each of these trajects; nobody else appoints now."""
    stand_ins.hold(db)
    found = stand_ins.known(db, new.adviser_id, candidates)
    free, refused = [], {}
    for candidate in candidates:
        known = [one for one in found if one.candidate_id == candidate]
        if is_covered(known, new):
            continue
        if no := refusal(known, new):
            refused[candidate] = no
        else:
            free.append(candidate)
    return Weighed(free=free, refused=refused)


def is_covered(known: Collection[Known], new: StandIn) -> bool:
    """Whether the traject is in these hands already on all of the days."""
    return any(
        one.starts_on <= new.starts_on
        and (one.ends_on is None or one.ends_on >= new.ends_on)
        for one in known
    )


def refusal(known: Collection[Known], new: StandIn) -> Refusal | None:
    """Why the days cannot be; None when they can."""
    days = [(o.starts_on, o.ends_on) for o in known if o.stand_in and o.ends_on]
    for first, last in days:
        if first <= new.ends_on and last >= new.starts_on:
            return Refusal(taken=joined(days, (first, last)))
    first, last = joined(days, (new.starts_on, new.ends_on))
    latest = latest_from(first)
    if last <= latest:
        return None
    return Refusal(latest=latest if new.starts_on <= latest < new.ends_on else None)


def latest_from(first: date) -> date:
    """The last day that may be of what begins on this one."""
    return first + LONGEST_STAND_IN - ONE_DAY


def joined(known: Collection[Days], days: Days) -> Days:
    """The first and last day of what follows on each other without a free day."""
    first, last = days
    touching = [
        one for one in known if one[0] <= last + ONE_DAY and one[1] >= first - ONE_DAY
    ]
    wider = (
        min([first, *(one[0] for one in touching)]),
        max([last, *(one[1] for one in touching)]),
    )
    return days if wider == days else joined(known, wider)


def told_once(guides: Sequence[Guide]) -> list[Guide]:
    """Who guides, with the days of one stand-in that join up as one."""
    return list(dict.fromkeys(_joined_up(one, guides) for one in guides))


def _joined_up(guide: Guide, guides: Sequence[Guide]) -> Guide:
    if not guide.stand_in or guide.ends_on is None:
        return guide
    own = [
        (one.starts_on, one.ends_on)
        for one in guides
        if one.stand_in and one.ends_on and one.name == guide.name
    ]
    first, last = joined(own, (guide.starts_on, guide.ends_on))
    return replace(guide, starts_on=first, ends_on=last)

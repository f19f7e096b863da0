"""Whether two adverts are one job: place, hours, employer and title, then wording.

A title or a reference alone never decides. In doubt they are two: a job shown twice
costs a moment, a job hidden behind another is a job missed.
"""

from dataclasses import dataclass

from crawlers.clustering.advert import FEWEST_SHINGLES, Advert, Range, Wording
from crawlers.clustering.names import same_employer, same_place
from crawlers.clustering.titles import Alike, alike, are_other_jobs

FULL_TIME = 36  # hours; 36, 38 and 40 are all called full-time
SLIP_HOURS = 2  # two sources may round otherwise
# How much of both wordings must be the same, by how much the titles are.
ENOUGH: dict[Alike, float] = {"same": 0.6, "near": 0.65, "other": 0.75}
# Or of the shorter of the two, a teaser or one that was cut off, with at least how many
# shingles that is.
IN_PART: dict[Alike, tuple[float, int]] = {
    "same": (0.8, 12),
    "near": (0.85, 30),
}
# Or of an agency's text after the opening. It renames the job, opens in its own words
# and leaves lines out; what then follows is the employer's.
RETOLD: dict[Alike, tuple[float, int]] = {
    "same": (0.55, 35),
    "near": (0.6, 35),
    "other": (0.65, 40),
}
IN_PART_WITHOUT_PLACE = (0.9, 40)
ENOUGH_WITH_REFERENCE = 0.15
ENOUGH_WITHOUT_PLACE = 0.8
ENOUGH_OF_BOILERPLATE = 0.9
MAYBE = 0.2  # sketches less alike than this are not worth reading
MAYBE_PART = 0.35


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two adverts of one job are, from 0 to 1.

    `is_weak`: a teaser, or a place that is not told. It fits another job as well.
    """

    score: float
    is_weak: bool = False


def may_be_same(one: Advert, other: Advert) -> bool:
    """Whether the facts allow it; the wording was not looked at."""
    return (
        _places_fit(one, other)
        and _employers_fit(one, other)
        and hours_fit(one.hours, other.hours)
        and _titles_fit(one, other)
    )


def worth_reading(one: Advert, other: Advert) -> bool:
    """Whether the sketches, or one reference, are a reason to compare the wording."""
    if _same_reference(one, other):
        return True
    about = one.sketch.likeness(other.sketch)
    if about >= MAYBE:
        return True
    common = about * (one.size + other.size) / (1 + about)
    return common >= MAYBE_PART * min(one.size, other.size) > 0


def likeness(
    one: Advert, other: Advert, wording: Wording, other_wording: Wording
) -> Likeness | None:
    """How alike they are, or None when they are two jobs as far as can be told."""
    if not may_be_same(one, other):
        return None
    if _is_twin(one, other):
        return Likeness(1.0)
    if one.source == other.source:
        return _put_up_again(one, other, wording, other_wording)
    return _copied(one, other, wording, other_wording)


def _put_up_again(
    one: Advert, other: Advert, wording: Wording, other_wording: Wording
) -> Likeness | None:
    """On one source another key is another job, unless nothing but dates differs.

    One word, the name of a ward, may be all that two real jobs do not share.
    """
    same = (
        one.title == other.title
        and one.hours == other.hours
        and one.salary == other.salary
        and one.spot.is_known
        and wording.marks == other_wording.marks
        and len(wording.whole) >= FEWEST_SHINGLES
    )
    return Likeness(1.0) if same else None


def _copied(
    one: Advert, other: Advert, wording: Wording, other_wording: Wording
) -> Likeness | None:
    title = alike(one.title, other.title)
    known = same_employer(one.employer, other.employer)
    if not one.spot.is_known or not other.spot.is_known:
        return _without_place(title, known=known, of=_shared(wording, other_wording))
    if wording.is_thin or other_wording.is_thin:
        return _thin(title, wording, other_wording, known=known)
    shared = _shared(wording, other_wording)
    if shared.of_all >= ENOUGH[title]:
        return Likeness(shared.score)
    if known and title != "other" and _same_reference(one, other):
        return _with_reference(shared)
    ways = [_in_part(shared, IN_PART.get(title))]
    if one.is_intermediary:
        ways.append(_in_part(_body(wording, other_wording), RETOLD[title]))
    if other.is_intermediary:
        ways.append(_in_part(_body(other_wording, wording), RETOLD[title]))
    return max(filter(None, ways), key=lambda way: way.score, default=None)


@dataclass(frozen=True, slots=True)
class _Shared:
    count: int
    of_all: float  # Jaccard
    of_shorter: float

    @property
    def score(self) -> float:
        """A copy before a teaser, and the advert it was taken from before another."""
        return (self.of_all + self.of_shorter) / 2


def _shared(wording: Wording, other: Wording) -> _Shared:
    """What is boilerplate to one of the two counts for neither."""
    return _overlap(wording.core - other.dropped, other.core - wording.dropped)


def _body(agency: Wording, other: Wording) -> _Shared:
    """The same, without the opening of the agency's."""
    return _overlap(agency.body - other.dropped, other.core - agency.dropped)


def _overlap(one: frozenset[int], other: frozenset[int]) -> _Shared:
    common = len(one & other)
    everything = len(one) + len(other) - common
    return _Shared(
        common,
        common / everything if everything else 0.0,
        common / min(len(one), len(other)) if one and other else 0.0,
    )


def _without_place(title: Alike, *, known: bool, of: _Shared) -> Likeness | None:
    if not known or title != "same" or of.count < FEWEST_SHINGLES:
        return None
    if of.of_all >= ENOUGH_WITHOUT_PLACE:
        return Likeness(of.score, is_weak=True)
    return _in_part(of, IN_PART_WITHOUT_PLACE)


def _thin(
    title: Alike, wording: Wording, other: Wording, *, known: bool
) -> Likeness | None:
    """A teaser, or an employer who writes the same under every job."""
    if title != "same":
        return None
    if found := _in_part(_shared(wording, other), IN_PART.get(title)):
        return found
    whole = _overlap(wording.whole, other.whole)
    enough = whole.of_all >= ENOUGH_OF_BOILERPLATE and whole.count >= FEWEST_SHINGLES
    return Likeness(whole.score, is_weak=True) if known and enough else None


def _in_part(shared: _Shared, least: tuple[float, int] | None) -> Likeness | None:
    if not least or shared.of_shorter < least[0] or shared.count < least[1]:
        return None
    return Likeness(shared.score, is_weak=True)


def _with_reference(shared: _Shared) -> Likeness | None:
    enough = shared.of_all >= ENOUGH_WITH_REFERENCE
    return Likeness(shared.score) if enough else None


def _is_twin(one: Advert, other: Advert) -> bool:
    """The same job in two languages: its number says so, for its words cannot."""
    languages = {one.language, other.language}
    return (
        len(languages) == 2
        and None not in languages
        and _same_reference(one, other)
        and same_employer(one.employer, other.employer)
        and one.spot.is_known
        and other.spot.is_known
    )


def _same_reference(one: Advert, other: Advert) -> bool:
    return one.reference is not None and one.reference == other.reference


def _places_fit(one: Advert, other: Advert) -> bool:
    unknown = not one.spot.is_known or not other.spot.is_known
    return unknown or same_place(one.spot, other.spot)


def _employers_fit(one: Advert, other: Advert) -> bool:
    """An agency may have anybody's job; two employers never have the same one."""
    if one.is_intermediary or other.is_intermediary:
        return True
    unknown = not one.employer or not other.employer
    return unknown or same_employer(one.employer, other.employer)


def _titles_fit(one: Advert, other: Advert) -> bool:
    """Words of two languages cannot be held against each other."""
    return one.language != other.language or not are_other_jobs(one.title, other.title)


def hours_fit(one: Range, other: Range) -> bool:
    """Whether two ranges of hours can be those of one job; unknown hours can."""
    first, second = _ends(one), _ends(other)
    if first is None or second is None:
        return True
    if min(first[1], second[1]) >= FULL_TIME:
        return True
    overlap = min(first[1], second[1]) - max(first[0], second[0])
    shorter = min(first[1] - first[0], second[1] - second[0])
    if overlap <= 0:
        return shorter == 0 and -overlap <= SLIP_HOURS
    return overlap >= shorter / 2


def _ends(hours: Range) -> tuple[float, float] | None:
    low, high = hours
    if low is None and high is None:
        return None
    ends = [hour for hour in (low, high) if hour is not None]
    return min(ends), max(ends)

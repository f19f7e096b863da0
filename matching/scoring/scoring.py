"""One score per vacancy, with what each aspect adds to it and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.case import Case
from matching.likeness.comparing import Likeness
from matching.scoring import saying
from matching.scoring.adding_up import divided
from matching.scoring.facts import FACTS
from matching.scoring.occupations import Known, related
from matching.scoring.transferable import Taken, taking_over
from matching.scoring.weights import Weights
from schemas.match import BASE, Aspect, Contribution, Match

OF_LIKENESS: tuple[Aspect, ...] = ("meaning", "words", "whole", "told", "skills")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is the same for every vacancy of one candidate."""

    known: Sequence[Known]
    taken: Sequence[Taken]
    weights: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one aspect saw of a vacancy; nothing seen is not told."""

    aspect: Aspect
    value: float
    text: str


def with_score(match: Match, case: Case, like: Likeness, sought: Sought) -> Match:
    """The match with its score, taken apart: the points add up to it exactly."""
    seen = [one for one in _seen(match, case, like, sought) if one.value]
    weights = sought.weights
    aspects = {one.aspect: one.value * weights.of[one.aspect] for one in seen}
    made = divided(weights.base, aspects)
    base = Seen(aspect=BASE, value=1.0, text=saying.PLAIN[BASE])
    contributions = tuple(
        Contribution(
            aspect=one.aspect,
            points=made.points[one.aspect],
            value=round(one.value, 4),
            text=one.text,
        )
        for one in (base, *seen)
    )
    return replace(match, score=made.score, contributions=contributions)


def _seen(match: Match, case: Case, like: Likeness, sought: Sought) -> Iterator[Seen]:
    for aspect in OF_LIKENESS:
        value = getattr(like, aspect)
        yield Seen(aspect=aspect, value=value, text=saying.of_likeness(aspect, like))
    yield from _work(case, sought)
    for aspect, fact in FACTS.items():
        value = fact(case)
        text = saying.of_fact(aspect, case, value) if value else ""
        yield Seen(aspect=aspect, value=value, text=text)
    clear = float(match.verdict == "past")
    yield Seen(aspect="questions", value=clear, text=saying.PLAIN["questions"])


def _work(case: Case, sought: Sought) -> Iterator[Seen]:
    isco = case.vacancy.isco
    if found := related(isco, sought.known):
        text = saying.of_occupation(found)
        yield Seen(aspect="occupation", value=found.value, text=text)
    if sought.weights.of["transferable"] and (near := taking_over(isco, sought.taken)):
        text = saying.of_transferable(near[0])
        yield Seen(aspect="transferable", value=near[1], text=text)

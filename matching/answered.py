"""A question that was answered is not asked again: what the answer makes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matching.case import Case
from matching.rules.hours import hours_limit
from matching.rules.questions import ANY_OTHER, question_about
from matching.rules.words import measure
from schemas.answer import Told, fact_of
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding, FindingKind, Match
from schemas.vacancy import Demand

# Asked only of who has not got it, so a "yes, really" is out.
_FIRM = {
    "dutch_level": "Het gevraagde Nederlands is echt nodig.",
    "certificates": "Het gevraagde certificaat moet er bij de start zijn.",
}


def settled(case: Case, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with what answers left open said as what it now is.

    An aid becomes a visible assumption; what is asked but cannot be measured stays a
    question, to be weighed by the adviser and no longer put to the employer.
    """
    answers = {one.field: one for one in case.demands if one.part == "answer"}
    for one in found:
        answer = _answer_to(one, answers) if one.kind == "question" else None
        yield _settle(case, one, answer) if answer else one


def _answer_to(asked: Finding, answers: dict[str, Demand]) -> Demand | None:
    """The answer on this point, or on another that has the very same question."""
    if fact_of(asked.field) in answers:
        return answers[fact_of(asked.field)]
    text = question_about(asked.field)
    if text == ANY_OTHER:
        return None
    return next((a for f, a in answers.items() if question_about(f) == text), None)


def _settle(case: Case, asked: Finding, answer: Demand) -> Finding:
    if answer.polarity == "absent":
        return _now(asked, answer, "assumption", "niet gevraagd.")
    if answer.polarity == "mitigated":
        said = "kan met een hulpmiddel of aanpassing. Kijk of dat genoeg is."
        return _now(asked, answer, "assumption", said)
    return _demanded(case, asked, answer)


def _demanded(case: Case, asked: Finding, answer: Demand) -> Finding:
    if answer.field == "hours_day" and answer.value is not None:
        return _long_day(case, asked, answer)
    level_unknown = answer.field == "dutch_level" and case.profile.dutch_level is None
    if answer.field in _FIRM and not level_unknown:
        firm = replace(asked, kind="objection", text=_FIRM[answer.field])
        return _quoting(firm, answer)
    return _now(asked, answer, "question", "wordt gevraagd. Weeg zelf of dit past.")


def _long_day(case: Case, asked: Finding, answer: Demand) -> Finding:
    text = f"{measure(answer.value or 0, answer.unit)} gevraagd: meer dan kan."
    limit = hours_limit(case, "hours_day")
    return _quoting(replace(asked, kind="objection", text=text, limit=limit), answer)


def _now(asked: Finding, answer: Demand, kind: FindingKind, said: str) -> Finding:
    text = f"{_label(asked.field)}: {said}"
    return _quoting(Finding(kind=kind, field=asked.field, text=text), answer)


def _label(field: str) -> str:
    known = capacity_fields().get(field)
    return known.label if known else "Beantwoord"


def _quoting(made: Finding, answer: Demand) -> Finding:
    return replace(made, quote=answer.quote, part="answer", offset=None)


def with_sources(match: Match, told: Sequence[Told]) -> Match:
    """The match with every finding on an answered point quoting who said so."""
    if not told:
        return match
    return replace(
        match,
        reasons=_with_sources(match.reasons, told),
        objections=_with_sources(match.objections, told),
        questions=_with_sources(match.questions, told),
        assumptions=_with_sources(match.assumptions, told),
    )


def _with_sources(
    found: Iterable[Finding], told: Sequence[Told]
) -> tuple[Finding, ...]:
    return tuple(_with_source(one, told) for one in found)


def _with_source(found: Finding, told: Sequence[Told]) -> Finding:
    for one in told:
        quoted = found.part == "answer" and found.quote == one.words
        if quoted or one.field == fact_of(found.field):
            return replace(
                found, quote=one.words, part="answer", offset=None, source=one.source
            )
    return found

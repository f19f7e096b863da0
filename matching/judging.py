"""Judges a vacancy for a candidate: findings by rule, then one of three verdicts."""

from collections.abc import Callable, Iterator

from matching.answered import settled
from matching.case import Case as Case
from matching.case import Load as Load
from matching.rules.background import (
    certificates,
    education,
    language,
    licences,
    named_diploma,
)
from matching.rules.capacity import capacity
from matching.rules.document import beyond_norm, document
from matching.rules.facts import expired, shifts
from matching.rules.hours import hours_day, hours_week
from matching.rules.second_look import second_look
from matching.rules.travel import early_start, travel
from schemas.match import Finding, FindingKind, Match, Verdict

MOST_QUESTIONS = 3

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    expired,
    document,
    hours_week,
    hours_day,
    capacity,
    shifts,
    licences,
    education,
    named_diploma,
    certificates,
    language,
    early_start,
    travel,
    beyond_norm,
)


def findings(case: Case) -> tuple[Finding, ...]:
    """All that the rules have to say; open questions come heaviest limit first."""
    return tuple(found for rule in RULES for found in rule(case))


def judge(case: Case, *, score: float) -> Match:
    """One verdict from the findings; `score` is only carried along.

    At most three questions are asked; the rest become visible assumptions.
    """
    found = tuple(settled(case, findings(case)))
    if not _of(found, "objection") + _of(found, "question"):
        found = tuple(second_look(case, found))
    questions = _each_once(_of(found, "question"))
    left = tuple(_unasked(question) for question in questions[MOST_QUESTIONS:])
    objections = _of(found, "objection")
    return Match(
        vacancy_id=case.vacancy.id,
        score=score,
        verdict=_verdict(objections, questions),
        reasons=_each_once(_of(found, "reason")),
        objections=objections,
        questions=questions[:MOST_QUESTIONS],
        assumptions=_of(found, "assumption") + left,
    )


def _verdict(
    objections: tuple[Finding, ...], questions: tuple[Finding, ...]
) -> Verdict:
    if objections:
        return "past_niet"
    return "uitzoeken" if questions else "past"


def _of(found: tuple[Finding, ...], kind: FindingKind) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.kind == kind)


def _each_once(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple({one.text: one for one in reversed(found)}.values())[::-1]


def _unasked(question: Finding) -> Finding:
    return Finding(
        kind="assumption",
        field=question.field,
        text=f"Nog niet gevraagd: {question.text}",
        quote=question.quote,
        part=question.part,
        offset=question.offset,
    )

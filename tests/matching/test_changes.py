"""Two rankings in, what changed out."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from matching.changes import Ranking, changes, grounds
from matching.ranking import KEPT, kept
from schemas.match import Finding, Match, MatchRun
from schemas.tables.changes import Advert
from tests.builders import NOW

EARLIER = NOW - timedelta(days=7)


def ranking(verdicts, *, considered=None, made_at=NOW):
    """A run that kept these verdicts."""
    run = MatchRun(
        id=UUID(int=made_at.day),
        candidate_id=UUID(int=1),
        capacity_id=None,
        model="m",
        rules="r",
        made_at=made_at,
        considered=len(verdicts) if considered is None else considered,
        excluded=0,
    )
    return Ranking(run=run, kept=len(verdicts))


def advert(number, **facts):
    plain = {
        "vacancy_id": UUID(int=number),
        "title": f"Vacature {number}",
        "employer": None,
        "place": None,
        "is_open": True,
        "first_seen": EARLIER - timedelta(days=1),
        "before": None,
        "after": None,
    }
    return Advert(**{**plain, **facts})


def compared(before, after, *adverts, then=None, now=None):
    """`then` and `now`: how many were considered, when more than were kept."""
    old = ranking(before, made_at=EARLIER, considered=then)
    new = ranking(after, considered=now)
    known = {one.vacancy_id.int: one for one in adverts}
    found = [
        replace(
            known.get(one, advert(one)), before=before.get(one), after=after.get(one)
        )
        for one in before.keys() | after.keys()
        if before.get(one) != after.get(one)
    ]
    return changes(old, new, found)


def numbers(found):
    return [one.advert.vacancy_id.int for one in found]


def test_the_same_verdicts_are_no_change():
    same = {1: "past", 2: "uitzoeken", 3: "past_niet"}
    assert not compared(same, same)


def test_what_no_longer_fits_comes_before_what_turned_otherwise():
    before = {1: "past_niet", 2: "past", 3: "uitzoeken", 4: "past"}
    after = {1: "past", 2: "uitzoeken", 3: "past_niet", 4: "past_niet"}
    assert numbers(compared(before, after).turned) == [4, 3, 2, 1]


def test_what_was_set_going_comes_first_and_stands_nowhere_else():
    found = compared(
        {1: "past", 2: "past", 3: "past"},
        {1: "past_niet", 2: "past_niet", 4: "past"},
        advert(2, begun=("saved", "task")),
        advert(3, begun=("attempt",), is_open=False),
    )
    assert numbers(found.begun) == [2, 3]
    assert numbers(found.turned) == [1]
    assert numbers(found.come) == [4]
    assert found.gone == []


@pytest.mark.parametrize(
    ("facts", "considered", "kind"),
    [
        ({"first_seen": NOW}, None, "new"),
        ({}, None, "read"),
        ({}, 900, "let_in"),
    ],
)
def test_why_a_vacancy_came(facts, considered, kind):
    (one,) = compared({}, {1: "past"}, advert(1, **facts), then=considered).come
    assert (one.kind, one.before, one.after) == (kind, None, "past")


@pytest.mark.parametrize(
    ("facts", "considered", "kind"),
    [
        ({"is_open": False}, None, "closed"),
        ({"is_open": False}, 900, "closed"),
        ({}, None, "unread"),
        ({}, 900, "let_out"),
    ],
)
def test_why_a_vacancy_went(facts, considered, kind):
    (one,) = compared({1: "uitzoeken"}, {}, advert(1, **facts), now=considered).gone
    assert (one.kind, one.before, one.after) == (kind, "uitzoeken", None)


def test_of_what_is_new_the_fitting_comes_first():
    found = compared({}, {1: "past_niet", 2: "past", 3: "uitzoeken"})
    assert numbers(found.come) == [2, 3, 1]


def finding(kind, field="lift_kg"):
    return Finding(kind=kind, field=field, text="Zin.", quote="tot 25 kg", limit="10")


def match(verdict, *found):
    by_kind = {kind: tuple(f for f in found if f.kind == kind) for kind in
               ("reason", "objection", "question", "assumption")}  # fmt: skip
    return Match(
        vacancy_id=UUID(int=1),
        score=0.5,
        verdict=verdict,
        reasons=by_kind["reason"],
        objections=by_kind["objection"],
        questions=by_kind["question"],
        assumptions=by_kind["assumption"],
    )


NO = match("past_niet", finding("objection"), finding("question", "climb"))
ASK = match("uitzoeken", finding("question"), finding("reason", "climb"))
YES = match("past", finding("reason"))


@pytest.mark.parametrize(
    ("before", "after", "now", "no_longer"),
    [
        (YES, NO, NO.objections, ()),
        (ASK, NO, NO.objections, ()),
        (YES, ASK, ASK.questions, ()),
        (NO, ASK, ASK.questions, NO.objections),
        (NO, YES, (), NO.objections),
        (ASK, YES, (), ASK.questions),
        (None, NO, NO.objections, ()),
        (NO, None, (), ()),
    ],
)
def test_a_verdict_rests_on_what_decided_it(before, after, now, no_longer):
    found = grounds(before, after)
    assert (found.now, found.no_longer) == (now, no_longer)


def test_what_was_set_going_is_kept_however_far_down_it_falls():
    def side(first, verdict):
        return [
            replace(match(verdict), vacancy_id=UUID(int=first + number))
            for number in range(KEPT + 2)
        ]

    ordered = [*side(1000, "past"), *side(5000, "past_niet")]
    begun = {UUID(int=1000 + KEPT + 1), UUID(int=5000 + KEPT), UUID(int=9)}
    ids = [one.vacancy_id.int for one in kept(ordered, begun)]
    assert ids == [
        *range(1000, 1000 + KEPT),
        1000 + KEPT + 1,
        *range(5000, 5000 + KEPT + 1),
    ]

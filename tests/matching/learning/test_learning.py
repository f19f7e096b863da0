"""Learning: only from what says something, only enough of it, only if it is better."""

from dataclasses import replace
from uuid import UUID

import pytest

from matching.learning.evidence import too_little
from matching.learning.fitting import fit, log_odds
from matching.learning.learning import lesson
from matching.learning.measuring import later_days, other_candidates
from matching.scoring.weights import LEARNABLE, SHIPPED_WEIGHTS
from tests.matching.learning.judged import examples


def test_what_decides_for_people_comes_to_count_more():
    made = lesson(examples(decides="told"), SHIPPED_WEIGHTS)
    assert made.weights is not None
    assert made.weights.of["told"] > SHIPPED_WEIGHTS.of["told"]
    assert made.weights.of["meaning"] < SHIPPED_WEIGHTS.of["meaning"]
    for comparison in made.measured.values():
        assert comparison.is_better


def test_what_facts_and_rules_add_is_never_learned():
    learned = fit(examples(), SHIPPED_WEIGHTS)
    kept = SHIPPED_WEIGHTS.of.keys() - set(LEARNABLE)
    assert {a: learned.of[a] for a in kept} == {a: SHIPPED_WEIGHTS.of[a] for a in kept}


def test_no_weight_becomes_negative_however_people_judge():
    turned = [replace(one, saved=not one.saved) for one in examples(candidates=30)]
    assert min(fit(turned, SHIPPED_WEIGHTS).of[a] for a in LEARNABLE) >= 0


def test_chance_teaches_nothing():
    found = [
        replace(one, saved=bool((number * 7919) % 2))
        for number, one in enumerate(examples())
    ]
    made = lesson(found, SHIPPED_WEIGHTS)
    assert made.weights is None
    assert made.measured


def test_little_evidence_moves_the_weights_little():
    few, many = (
        abs(fit(examples(each=n), SHIPPED_WEIGHTS).of["told"] - 1.85) for n in (1, 60)
    )
    assert few < many


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (examples(each=10), "120 judgements that count, 200 are needed"),
        (examples(candidates=9), "of 9 candidates, 10 are needed"),
        (
            [replace(one, saved=True) for one in examples()],
            "0 of the rarest kind, 40 are needed",
        ),
    ],
)
def test_too_little_evidence_teaches_nothing_and_says_what_lacks(found, why):
    assert too_little(found) == why
    assert lesson(found, SHIPPED_WEIGHTS).weights is None


def test_the_same_judgements_teach_the_same():
    assert fit(examples(), SHIPPED_WEIGHTS) == fit(examples(), SHIPPED_WEIGHTS)
    first, second = (lesson(examples(), SHIPPED_WEIGHTS) for _ in "ab")
    assert first == second


def test_what_is_measured_was_never_learned_from():
    """One candidate judges the other way: it cannot have been seen."""
    found = examples(candidates=11)
    odd = [
        replace(one, candidate=UUID(int=99), saved=one.values["told"] <= 0.5)
        for one in examples(candidates=1, seed=2)
    ]
    with_odd = other_candidates([*found, *odd], SHIPPED_WEIGHTS)
    assert with_odd.after.order < other_candidates(found, SHIPPED_WEIGHTS).after.order
    assert later_days(found, SHIPPED_WEIGHTS).before.pairs > 0


def test_a_wider_search_explains_a_judgement_with_the_weights_it_was_made_with():
    narrow, wide = (
        log_odds([replace(one, width=width) for one in examples()], SHIPPED_WEIGHTS)
        for width in (0, 2)
    )
    assert (wide < narrow).all()

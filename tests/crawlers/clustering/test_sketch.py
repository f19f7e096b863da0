"""Sketches guess well, keep well and find each other."""

import random

import pytest

from crawlers.clustering.sketch import Sketch, SketchIndex


def numbers(seed, count=300):
    return set(random.Random(seed).sample(range(2**32), count))


@pytest.mark.parametrize("shared", [0, 100, 200, 300])
def test_a_sketch_guesses_how_alike_two_sets_are(shared):
    common = numbers(1, shared)
    one, other = common | numbers(2, 300 - shared), common | numbers(3, 300 - shared)
    real = len(one & other) / len(one | other)
    assert Sketch.of(one).likeness(Sketch.of(other)) == pytest.approx(real, abs=0.13)


def test_a_sketch_is_kept_as_the_same_bytes_for_ever():
    packed = Sketch.of([1, 2, 3]).packed
    assert Sketch.of([3, 2, 1]).packed == packed
    assert Sketch(packed).likeness(Sketch.of([1, 2, 3])) == 1.0
    assert packed[-12:].hex() == "25000213943e710c30a20d8f"


def test_the_index_finds_what_is_alike_and_hardly_anything_else():
    index = SketchIndex()
    base = numbers(0)
    for number in range(50):
        index.add(number, Sketch.of(numbers(number + 100)))
    index.add(99, Sketch.of(set(list(base)[:220]) | numbers(7, 80)))
    found = index.like(Sketch.of(base))
    assert 99 in found
    assert len(found) < 5


def test_the_sketch_of_nothing_can_be_made():
    assert Sketch.of([]).likeness(Sketch.of([1])) == 0.0

"""From pairs to clusters: no creeping, and the right one in front."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.clusters import Member, Pair, clusters_of
from crawlers.clustering.names import Spot
from tests.builders import NOW

UTRECHT = Spot("utrecht", None, (52.09, 5.12))
ZWOLLE = Spot("zwolle", None, (52.51, 6.08))
NOWHERE = Spot("", None, None)


def member(number, **facts):
    plain = {
        "id": UUID(int=number),
        "source": f"bron-{number}",
        "spot": UTRECHT,
        "is_open": True,
        "is_own_page": False,
        "is_intermediary": False,
        "language": "nl",
        "facts": 5,
        "length": 1000,
        "first_seen": NOW,
    }
    return Member(**(plain | facts))


def pair(one, other, score=0.9, *, weak=False):
    return Pair(one=UUID(int=one), other=UUID(int=other), score=score, is_weak=weak)


def clusters(members, *pairs):
    found = clusters_of(pairs, {each.id: each for each in members})
    return {id_.int: shown.int for id_, shown in found.items()}


def test_likeness_does_not_creep():
    """1 is 2 and 2 is 3, but 1 was never found to be 3."""
    three = [member(1), member(2), member(3)]
    assert clusters(three, pair(1, 2, 0.9), pair(2, 3, 0.8)) == {2: 1}


def test_all_that_are_like_the_one_in_the_middle_are_one_cluster():
    three = [member(1), member(2, is_own_page=True), member(3)]
    assert clusters(three, pair(1, 2), pair(2, 3)) == {1: 2, 3: 2}


def test_two_of_one_source_do_not_come_together_through_a_third():
    three = [
        member(1, is_own_page=True),
        member(2, source="bord"),
        member(3, source="bord"),
    ]
    assert clusters(three, pair(1, 2, 0.7), pair(1, 3, 0.9)) == {3: 1}


def test_each_of_two_jobs_keeps_its_own_copy():
    """Wards of one hospital: each advert is like both, but most like its own."""
    four = [
        member(1, source="eigen", is_own_page=True),
        member(2, source="eigen", is_own_page=True),
        member(3, source="bord"),
        member(4, source="bord"),
    ]
    alike = [pair(1, 3, 0.95), pair(2, 4, 0.95), pair(1, 4, 0.7), pair(2, 3, 0.7)]
    assert clusters(four, *alike) == {3: 1, 4: 2}


def test_a_teaser_that_fits_two_jobs_is_neither():
    three = [member(1, source="eigen"), member(2, source="eigen"), member(3)]
    assert (
        clusters(three, pair(1, 3, 0.6, weak=True), pair(2, 3, 0.58, weak=True)) == {}
    )


def test_a_teaser_that_fits_one_job_clearly_better_is_that_one():
    three = [member(1, source="eigen"), member(2, source="eigen"), member(3)]
    fits = pair(1, 3, 0.6, weak=True), pair(2, 3, 0.4, weak=True)
    assert clusters(three, *fits) == {3: 1}


def test_without_a_place_it_is_no_job_in_two_towns():
    three = [member(1), member(2, spot=ZWOLLE), member(3, spot=NOWHERE)]
    assert clusters(three, pair(1, 3, weak=True), pair(2, 3, weak=True)) == {}
    assert clusters(three[::2], pair(1, 3, weak=True)) == {3: 1}


def test_what_is_gone_takes_no_teaser_away():
    three = [
        member(1, source="eigen", is_open=False),
        member(2, source="eigen"),
        member(3),
    ]
    fits = pair(1, 3, 0.6, weak=True), pair(2, 3, 0.58, weak=True)
    assert clusters(three, *fits) == {3: 2}


def test_the_employers_own_page_is_shown():
    three = [member(1, facts=9), member(2, is_own_page=True, facts=1), member(3)]
    assert clusters(three, pair(1, 2), pair(2, 3), pair(1, 3)) == {1: 2, 3: 2}


def test_an_employer_is_shown_before_an_agency():
    two = [member(1, is_intermediary=True, facts=9), member(2)]
    assert clusters(two, pair(1, 2)) == {1: 2}


def test_then_dutch_then_facts_then_length_then_age_then_id():
    def shown(**better):
        return clusters([member(1), member(2, **better)], pair(1, 2))

    assert clusters([member(1, language="en"), member(2)], pair(1, 2)) == {1: 2}
    assert shown(facts=6) == {1: 2}
    assert shown(length=2000) == {1: 2}
    assert shown(first_seen=NOW - timedelta(days=1)) == {1: 2}
    assert shown() == {2: 1}


def test_what_is_gone_never_stands_for_what_is_open():
    two = [member(1, is_own_page=True, is_open=False), member(2, is_intermediary=True)]
    assert clusters(two, pair(1, 2)) == {1: 2}


def test_a_pair_of_which_one_was_removed_is_no_pair():
    assert clusters([member(1)], pair(1, 2)) == {}


NUMBERS = st.integers(0, 7)
PAIRS = st.lists(
    st.builds(
        lambda one, other, score, weak: pair(*sorted((one, other)), score, weak=weak),
        NUMBERS,
        NUMBERS,
        st.floats(0, 1),
        st.booleans(),
    ).filter(lambda made: made.one != made.other),
    max_size=20,
    unique_by=lambda made: (made.one, made.other),
)
MEMBERS = st.tuples(
    *(
        st.builds(
            member,
            st.just(number),
            source=st.sampled_from(["a", "b", "c"]),
            spot=st.sampled_from([UTRECHT, ZWOLLE, NOWHERE]),
            is_open=st.booleans(),
            is_own_page=st.booleans(),
        )
        for number in range(8)
    )
)


@settings(max_examples=150, deadline=None)
@given(MEMBERS, PAIRS, st.randoms())
def test_any_pairs_make_flat_clusters_in_which_each_is_like_the_middle(
    members, pairs, shuffler
):
    by_id = {each.id: each for each in members}
    found = clusters_of(pairs, by_id)
    known = {(p.one, p.other) for p in pairs} | {(p.other, p.one) for p in pairs}
    mixed = list(pairs)
    shuffler.shuffle(mixed)
    assert clusters_of(mixed, dict(reversed(by_id.items()))) == found
    for id_, shown in found.items():
        assert shown not in found
        assert by_id[shown].is_open or not by_id[id_].is_open
    for shown in set(found.values()):
        together = [shown, *(id_ for id_, first in found.items() if first == shown)]
        assert any(
            all(one == middle or (one, middle) in known for one in together)
            for middle in together
        )
        for one in together:
            for other in together:
                if one != other and by_id[one].source == by_id[other].source:
                    assert (one, other) in known

"""Which pairs are read: those near each other, at least one of them fresh."""

from dataclasses import replace

from crawlers.clustering.candidates import CROWD_OF_LIKES, pairs_to_read
from tests.crawlers.clustering.pure import TEXT, advert, compared


def made(number, **facts):
    return compared(advert(source_key=f"kade-{number:04}", **facts))[0]


def keys(pairs):
    return [(one.id, other.id) for one, other in pairs]


def test_a_pair_is_read_once():
    both = [made(1, source="eigen"), made(2, source="bord")]
    assert keys(pairs_to_read(both, in_place=True)) == [(both[0].id, both[1].id)]


def test_two_that_were_compared_are_not_read_again():
    one, other = made(1, source="eigen"), made(2, source="bord")
    known = [replace(one, is_fresh=False), replace(other, is_fresh=False)]
    assert keys(pairs_to_read(known, in_place=True)) == []
    assert len(keys(pairs_to_read([known[0], other], in_place=True))) == 1
    assert len(keys(pairs_to_read([one, known[1]], in_place=True))) == 1


def test_another_title_is_read_when_the_wording_is_alike():
    agency = made(2, source="bureau", title="Kanjer", employer_is_intermediary=True)
    assert len(keys(pairs_to_read([made(1), agency], in_place=True))) == 1


def test_outside_their_place_two_of_one_place_are_left_to_it():
    both = [made(1, source="eigen"), made(2, source="bord")]
    assert keys(pairs_to_read(both, in_place=False)) == []
    nowhere = made(3, source="bord", place=None, lat=None, lon=None)
    assert len(keys(pairs_to_read([both[0], nowhere], in_place=False))) == 1


def test_of_a_crowd_with_one_wording_no_pair_is_read_for_it():
    crowd = [
        made(number, source=f"s{number}", title=f"Werk{number:03}x")
        for number in range(CROWD_OF_LIKES + 5)
    ]
    assert keys(pairs_to_read(crowd, in_place=True)) == []


def test_an_advert_without_words_meets_others_by_title_only_and_is_not_read():
    empty = made(2, source="bord", text="")
    assert (
        keys(pairs_to_read([made(1, source="eigen", text=TEXT), empty], in_place=True))
        == []
    )

"""The benchmark of understanding: made-up adverts, and figures that add up."""

from matching.benchmark.adverts import adverts
from matching.benchmark.understanding import Measured, measure, report


def test_the_same_seed_and_number_give_the_same_advert() -> None:
    assert list(adverts(1, 5)) == list(adverts(1, 5))
    assert list(adverts(1, 5)) != list(adverts(2, 5))


def test_adverts_differ_and_are_as_long_as_real_ones() -> None:
    made = list(adverts(3, 200))
    assert len({text for _, text in made}) == 200
    assert 800 <= sum(len(text) for _, text in made) / 200 <= 1400
    assert not any("{" in title + text for title, text in made)


def test_every_advert_is_read_by_both_readers() -> None:
    read: list[str] = []
    found = measure(lambda title, _: read.append(title), count=20)
    assert found.adverts == 20
    assert len(read) >= 20
    assert found.demands > 0
    assert found.fresh > 0
    assert 0 < found.met < 1


def test_the_figures_are_adverts_a_second_beside_the_plain_way() -> None:
    spent = Measured(
        demands=3, fresh=7, facts=1, reference=8, met=0.75, adverts=800, characters=9
    )
    found = report(spent)
    assert (found["ours"], found["reference"], found["ratio"]) == (200, 100, 2.0)
    assert (found["demands_per_second"], found["facts_per_second"]) == (267, 800)
    assert (found["fresh_per_second"], found["met_before"]) == (100, 0.75)
    assert {"against", "unit", "rss_bytes", "runs"} <= set(found)

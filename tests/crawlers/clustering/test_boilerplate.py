"""What is boilerplate, and what is not."""

from crawlers.clustering.boilerplate import shared_sentences

HOUSE, TASK = 1, 2


def adverts(titles, *marks):
    return [({title}, marks) for title in titles]


def test_what_stands_under_many_titles_is_boilerplate():
    titles = ["kok", "kapper", "planner", "monteur", "hovenier"]
    found = shared_sentences([*adverts(titles, HOUSE), ({"kok"}, [TASK])])
    assert found == {HOUSE}


def test_with_four_titles_nothing_can_be_said():
    titles = ["kok", "kapper", "planner", "monteur"]
    assert shared_sentences(adverts(titles, HOUSE)) == frozenset()


def test_one_job_in_forty_towns_is_one_title():
    others = adverts(["kok", "kapper", "planner", "monteur"], 7)
    riders = [({"bezorger"}, [TASK])] * 40
    assert TASK not in shared_sentences([*others, *riders])


def test_two_jobs_that_share_a_sentence_may_be_one_job():
    others = adverts(["kok", "kapper", "planner"], 7)
    assert TASK not in shared_sentences([*others, *adverts(["a", "b"], TASK)])


def test_exactly_three_in_ten_is_not_more_than_thirty_percent():
    titles = [f"titel {number}" for number in range(10)]
    some = adverts(titles[:3], TASK) + adverts(titles[3:])
    assert shared_sentences(some) == frozenset()
    assert shared_sentences([*some, ({titles[3]}, [TASK])]) == {TASK}

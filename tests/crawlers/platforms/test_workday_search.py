"""Workday's search is split where it finds too much, and every vacancy is found."""

from crawlers.platforms.workday_search import MOST, MOST_IDS, PER_PAGE
from tests.crawlers.platforms.workday_board import Board, jobs


def test_all_pages_are_asked_for_though_only_the_first_tells_the_total():
    board = Board(jobs(137))
    named, readings = board.crawl()
    assert sorted(named) == sorted(board.jobs)
    assert [search.offset for search in board.searches] == [*range(0, 137, 20)]
    assert [reading.total for reading in readings] == [137, *[None] * 6]
    assert not any(reading.cut for reading in readings)


def test_past_two_thousand_the_search_is_split_until_every_part_fits():
    board = Board(
        jobs(
            5_000,
            jobFamilyGroup=lambda n: "Bouw" if n < 4_500 else f"g{n % 9}",
            timeType=lambda n: "voltijd" if n % 3 else "deeltijd",
            workerSubType=lambda n: f"soort {n % 4}",
        )
    )
    named, readings = board.crawl()
    assert set(named) == set(board.jobs)
    assert len(named) == 5_000
    assert not any(reading.cut for reading in readings)
    assert all(search.offset < MOST for search in board.searches)


def test_the_whole_board_is_as_large_as_facets_of_one_value_add_up_to():
    board = Board(jobs(2_345, timeType=lambda n: n % 2, locations=lambda _: ["a", "b"]))
    [first, *rest] = board.crawl()[1]
    assert first.total == 2_345
    assert {reading.total for reading in rest} == {None}


def test_places_that_overlap_find_each_vacancy_all_the_same():
    board = Board(jobs(3_000, locations=lambda n: [f"p{n % 700}", f"p{n % 11}"]))
    named, readings = board.crawl()
    assert set(named) == set(board.jobs)
    assert not any(reading.cut for reading in readings)


def test_no_search_names_more_values_than_workday_takes():
    board = Board(jobs(2_500, locations=lambda n: f"p{n}"))
    board.crawl()
    keys = [key for s in board.searches for key in s.facets.values()]
    assert max(len(key) for key in keys) <= MOST_IDS


def test_the_facet_that_leaves_out_no_vacancy_is_the_one_to_split_by():
    families = jobs(2_400, jobFamily=lambda n: f"f{n % 30}" if n > 99 else [])
    groups = jobs(2_400, jobFamilyGroup=lambda n: f"g{n % 5}")
    board = Board({path: families[path] | groups[path] for path in families})
    named, _ = board.crawl()
    assert len(set(named)) == 2_400


def test_a_search_that_cannot_be_split_is_cut_and_never_wraps():
    board = Board(jobs(2_100))
    named, readings = board.crawl()
    assert len(set(named)) == len(named) == MOST
    assert readings[0].cut
    assert max(search.offset for search in board.searches) == MOST - PER_PAGE


def test_where_a_country_can_be_chosen_only_the_netherlands_is_asked_for():
    board = Board(
        jobs(
            3_000, locationCountry=lambda n: "Netherlands" if n % 50 == 0 else "Germany"
        )
    )
    named, readings = board.crawl()
    assert len(named) == 60
    assert [reading.total for reading in readings] == [None, 60, None, None]
    assert not any(reading.cut for reading in readings)

"""A made market: 2,000 adverts on three sources, 300 of them of a job that stands there already.

`eigen` carries the employers' own pages, `bureau` is an agency, `bord` a board. The jobs
are hard to tell apart on purpose: employers write their own boilerplate under each, and
there are real pairs of other jobs with one title, one place, one number or one text.
"""

from collections.abc import Iterator
from dataclasses import replace

from schemas.vacancy import Vacancy
from tests.crawlers.clustering.made_adverts import Made, Market
from tests.crawlers.clustering.made_jobs import EMPLOYERS, Job


def made_market(seed: int) -> list[Made]:
    """2,000 adverts, 1,700 jobs, in no order."""
    market = Market(seed)
    for make, times in COPIED:
        for _ in range(times):
            make(market)
    for make, times in OTHER_JOBS:
        for _ in range(times):
            make(market)
    places = iter(_alone(market, 2_000 - len(market.made)))
    for job, advert in places:
        market.add(job, advert)
    market.random.shuffle(market.made)
    return market.made


def _alone(market: Market, count: int) -> Iterator[tuple[Job, Vacancy]]:
    for _ in range(count):
        job = market.job()
        write = market.random.choice(
            (market.own_page, market.of_agency, market.own_page)
        )
        yield job, write(job)


def _by_agency(market: Market) -> None:
    job = market.job()
    market.add(job, market.own_page(job), market.of_agency(job))


def _by_board(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    low, high = job.hours
    slip = market.random.choice(
        ((low, high), (low, high), (None, None), (low + 4, high + 4))
    )
    hours = {"hours_min": slip[0], "hours_max": slip[1]}
    if slip == (low + 4, high + 4) and high - low < 8:
        hours = {"hours_min": low, "hours_max": high + 2}
    market.add(job, page, market.on_board(page, job, **hours))


def _by_teaser(market: Market) -> None:
    job = market.job()
    market.add(job, market.own_page(job), market.teaser(job))


def _by_both(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    market.add(job, page, market.of_agency(job), market.on_board(page, job))


def _agency_on_board(market: Market) -> None:
    job = market.job()
    advert = market.of_agency(job)
    market.add(job, advert, market.on_board(advert, job))


def _again(market: Market) -> None:
    job = market.job()
    page = market.random.choice((market.own_page, market.of_agency))(job)
    market.add(job, page, market.put_up_again(page, job))


def _in_two_languages(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    market.add(job, page, market.in_english(page, job))


def _without_place(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    nowhere = {"place": None, "postcode": None, "lat": None, "lon": None}
    market.add(job, page, market.on_board(page, job, **nowhere))


def _two_teams(market: Market) -> None:
    job = market.job()
    other = market.other_team(job)
    market.add(job, market.own_page(job))
    market.add(other, market.own_page(other))


def _two_teams_and_copies(market: Market) -> None:
    """Each has a copy on the board: they must find the right one."""
    job = market.job()
    other = market.other_team(job)
    for each in (job, other):
        page = market.own_page(each)
        market.add(each, page, market.on_board(page, each))


def _other_town(market: Market) -> None:
    job = market.job()
    other = market.elsewhere(job)
    source = market.random.choice((market.own_page, market.of_agency))
    market.add(job, market.own_page(job))
    market.add(other, source(other))


def _other_address(market: Market) -> None:
    job = market.job()
    other = market.across_town(job)
    page = market.own_page(other)
    again = market.on_board(page, other, postcode=other.postcode)
    market.add(job, market.own_page(job))
    market.add(other, market.random.choice((page, again)))


def _other_hours(market: Market) -> None:
    job = market.job()
    other = market.other_hours(job)
    market.add(job, market.own_page(job))
    market.add(other, market.random.choice((market.own_page, market.of_agency))(other))


def _one_number(market: Market) -> None:
    """One reference for two jobs, on two sources."""
    job = market.job()
    other = market.job(
        employer=job.employer, place=job.place, profession=job.profession
    )
    page = market.own_page(job)
    copy = market.on_board(market.own_page(other), other, source_key=page.source_key)
    market.add(job, page)
    market.add(other, copy)


def _other_client(market: Market) -> None:
    """An agency with the same work in one town for two clients."""
    job = market.job()
    other = market.other_team(job)
    other = replace(other, employer=market.random.choice(EMPLOYERS))
    market.add(job, market.of_agency(job, title=job.title))
    market.add(other, market.of_agency(other, title=job.title))


# Each makes one advert too many, `_by_both` and `_two_teams_and_copies` two: 300.
COPIED = [
    (_by_agency, 60), (_by_board, 55), (_by_teaser, 35), (_by_both, 25),
    (_agency_on_board, 25), (_again, 30), (_in_two_languages, 15), (_without_place, 10),
    (_two_teams_and_copies, 10),
]  # fmt: skip
OTHER_JOBS = [
    (_two_teams, 70), (_other_town, 80), (_other_address, 40), (_other_hours, 50),
    (_one_number, 30), (_other_client, 40),
]  # fmt: skip

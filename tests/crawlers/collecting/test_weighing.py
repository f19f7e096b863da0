"""What one answer comes to, here and in a process of its own."""

import asyncio
import multiprocessing
import os
import signal
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawlers.collecting.apart import (
    MOST_WAITING,
    ApartError,
    reading_apart,
    start_reading,
)
from crawlers.collecting.lessons import mark_of
from crawlers.collecting.reader import Reader
from crawlers.collecting.weighing import Task, weigh
from crawlers.platforms.base import Visit
from crawlers.platforms.jobposting import JobPostingSite
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.collecting.driving import NOWHERE, fetched
from tests.crawlers.collecting.stumbling import StumblingSite
from tests.crawlers.crawling import source

HOST = "http://wilg.example"
URL = f"{HOST}/vacatures/winkel-1"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
EMPTY = page(body="<main><h1>Onze winkels</h1></main>")
ANSWERS = [
    fetched(URL, page(job(1))),
    fetched(URL, page(job(2)), tdm_reservation="1"),
    fetched(URL, EMPTY),
    fetched(URL, "weg", status=404),
    fetched(URL, "", status=304),
    fetched(URL, "één moment", status=500),
    replace(fetched(URL, page(job(3), body="één")), body=b"in another alphabet: \xe9"),
    replace(fetched(URL, ""), body=b"%PDF: no text"),
]


def reader_of(platform):
    return Reader(source=source("wilg", HOST), platform=platform, gazetteer=NOWHERE)


READER = reader_of(JobPostingSite())


def weighed(answer, *, kind="detail", **known):
    visit = Visit(url=answer.asked, kind=kind)
    return weigh(READER, answer, visit, Task(now=NOW, **known))


def test_of_a_page_only_what_is_kept_is_left():
    came = weighed(ANSWERS[0])
    assert (came.fetched.body, came.fetched.text) == (b"", "")
    assert (came.fetched.asked, came.fetched.status) == (URL, 200)
    assert came.understood.reading.postings == ()
    [vacancy] = came.understood.vacancies
    assert vacancy.title == "Winkelmedewerker 1"
    kept = zlib.decompress(came.packed.body).decode()
    assert "[telefoonnummer]" in kept
    assert "06-12345671" not in kept


def test_of_a_list_its_visits_are_left_and_nothing_is_kept():
    came = weighed(fetched(f"{HOST}/sitemap.xml", sitemap([URL])), kind="sitemap")
    assert [visit.url for visit in came.understood.reading.visits] == [URL]
    assert came.packed is None


@pytest.mark.parametrize("by_site", [True, False])
def test_what_is_reserved_is_neither_read_in_full_nor_kept(by_site):
    came = weighed(ANSWERS[0] if by_site else ANSWERS[1], reserved=by_site)
    assert came.reserved
    assert came.said.reserved is not by_site
    assert came.packed is None
    assert came.understood.vacancies[0].text == ""


def test_a_page_without_a_vacancy_is_held_against_the_one_for_nonsense():
    mark = mark_of(ANSWERS[2])
    assert weighed(ANSWERS[2], soft_404=mark).is_soft_404
    assert not weighed(ANSWERS[2], soft_404=b"other").is_soft_404
    assert not weighed(ANSWERS[2]).is_soft_404
    assert not weighed(ANSWERS[0], soft_404=mark).is_soft_404


def test_a_page_beside_the_list_is_only_looked_at():
    assert weighed(ANSWERS[0], in_full=False).understood.vacancies == ()


def test_another_process_weighs_alike_and_in_order():
    tasks = [Task(now=NOW), Task(now=NOW, in_full=False), Task(now=NOW, reserved=True)]
    visit = Visit(url=URL, kind="detail")
    asked = [(answer, visit, task) for answer in ANSWERS for task in tasks]

    async def all_at_once():
        async with reading_apart(READER, start_reading()) as apart:
            return await asyncio.gather(*(apart.weigh(*one) for one in asked))

    assert asyncio.run(all_at_once()) == [weigh(READER, *one) for one in asked]
    assert multiprocessing.active_children() == []


def test_a_fault_on_one_page_is_named_and_the_others_are_weighed():
    baker = fetched(f"{HOST}/vacatures/bakker-1", page(job(1)))

    async def both():
        async with reading_apart(reader_of(StumblingSite()), start_reading()) as apart:
            return await asyncio.gather(
                *(
                    apart.weigh(one, Visit(url=one.asked, kind="detail"), Task(now=NOW))
                    for one in (baker, ANSWERS[0])
                ),
                return_exceptions=True,
            )

    fault, came = asyncio.run(both())
    assert isinstance(fault, ApartError)
    assert str(fault) == "KeyError"
    assert came.understood.outcome == "read"


QUESTION = (ANSWERS[0], Visit(url=URL, kind="detail"), Task(now=NOW))


async def asked_of_one_that_hangs(apart, count):
    """So many questions to a process that answers none of them, and its number."""
    await apart.weigh(*QUESTION)
    [process] = multiprocessing.active_children()
    os.kill(process.pid, signal.SIGSTOP)
    waiting = [asyncio.create_task(apart.weigh(*QUESTION)) for _ in range(count)]
    return process.pid, waiting


def test_when_the_process_is_killed_nobody_waits_for_an_answer():
    async def killed():
        async with reading_apart(READER, start_reading()) as apart:
            pid, waiting = await asked_of_one_that_hangs(apart, MOST_WAITING)
            await asyncio.sleep(0)
            os.kill(pid, signal.SIGKILL)
            came = await asyncio.gather(*waiting, return_exceptions=True)
            with pytest.raises(ApartError, match="afgebroken"):
                await apart.weigh(*QUESTION)
            return came

    came = asyncio.run(asyncio.wait_for(killed(), 20))
    assert all(isinstance(one, ApartError) for one in came)
    assert multiprocessing.active_children() == []


def test_what_the_process_cannot_keep_up_with_is_weighed_here():
    async def outpaced():
        async with reading_apart(READER, start_reading()) as apart:
            pid, waiting = await asked_of_one_that_hangs(apart, MOST_WAITING + 3)
            here = await asyncio.gather(*waiting[MOST_WAITING:])
            left = [one for one in waiting if not one.done()]
            os.kill(pid, signal.SIGCONT)
            return here, left, await asyncio.gather(*left)

    here, left, there = asyncio.run(asyncio.wait_for(outpaced(), 20))
    assert len(left) == MOST_WAITING
    assert {*map(repr, (*here, *there))} == {repr(weigh(READER, *QUESTION))}

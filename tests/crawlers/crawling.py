"""Crawling in a process of its own, for Scrapy's reactor starts once per process."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from crawlers.own_process import FORKS
from schemas.database import connect
from schemas.errors import BadInputError
from schemas.source import Source
from schemas.tables import sources as source_table
from schemas.tables import vacancies

# The forked process imports this very module by name.
if (ROOT := str(Path(__file__).resolve().parents[2])) not in sys.path:
    sys.path.append(ROOT)

USER_AGENT = "TestBot/1.0 (+http://bot.example)"


@dataclass(frozen=True)
class Crawling:
    """A crawl under way."""

    process: BaseProcess
    answer: Connection

    @property
    def pid(self):
        return self.process.pid


def _work(answer, url, names, address, loopback, at_once):
    from crawlers.run import CrawlOptions, crawl, crawl_address

    options = CrawlOptions(
        user_agent=USER_AGENT, allow_loopback=loopback, at_once=at_once
    )
    try:
        if address:
            runs = [crawl_address(url, address, options)]
        else:
            with connect(url) as db:
                chosen = [source_table.by_name(db, name) for name in names]
            runs = crawl(url, chosen, options)
    except (BadInputError, KeyboardInterrupt) as error:
        answer.send(error)
        return
    answer.send([asdict(run) for run in runs])


def source(name, url, platform="jobposting", **other):
    facts = {
        "employer": None,
        "intermediary": False,
        "terms": "permission",
        "enabled": True,
        "delay": 0.0,
        "invented": True,
    }
    return Source(name=name, url=url, platform=platform, **{**facts, **other})


def start(database, *, names=(), address=None, loopback=True, at_once=1):
    mine, theirs = FORKS.Pipe(duplex=False)
    url = database.role("crawler")
    arguments = (theirs, url, list(names), address, loopback, at_once)
    process = FORKS.Process(target=_work, args=arguments)
    process.start()
    theirs.close()
    return Crawling(process, mine)


def finish(crawling):
    assert crawling.answer.poll(90), "no end to this crawl"
    answer = crawling.answer.recv()
    crawling.process.join()
    crawling.answer.close()
    if isinstance(answer, BaseException):
        raise answer
    return answer


def crawled(database, sources: Sequence[Source], *, loopback=True, at_once=1):
    """Register the sources and crawl them; the runs as dictionaries."""
    with connect(database.role("crawler")) as db:
        for one in sources:
            source_table.add(db, one)
    names = [one.name for one in sources]
    return finish(start(database, names=names, loopback=loopback, at_once=at_once))


def crawled_address(database, address, *, loopback=True):
    [run] = finish(start(database, address=address, loopback=loopback))
    return run


def export(database):
    with database.connect("crawler") as db:
        return [asdict(vacancy) for vacancy in vacancies.all_for_export(db)]

"""Driving a run without Scrapy: an invented site answers, the real database keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum

from crawlers.collecting.collection import Collection
from crawlers.collecting.fetched import NOT_MODIFIED, Fetched, Trouble
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.pages_ahead import Limits
from crawlers.collecting.reader import Reader
from crawlers.collecting.recorder import Recorder
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer

NOWHERE = Gazetteer((), {})


class Refusal(Enum):
    """What stands between a request and the site."""

    ROBOTS = "robots.txt forbids it"


Answering = Callable[[str], Fetched | Trouble | Refusal]


@dataclass
class Driven:
    """One run and what it asked for."""

    run: object
    asked: list[str] = field(default_factory=list)
    killed: bool = False


def drive(db, source, answer: Answering, now, *, limits=None, killed_after=None):
    """Let a run of `source` ask `answer` for pages, all on the moment `now`.

    A site that gives an ETag honours it. `killed_after` so many answers everything
    that is not in the database is lost.
    """
    recorder = Recorder(db, source, clock=lambda: now)
    platform = platform_named(source.platform)
    reader = Reader(source=source, platform=platform, gazetteer=NOWHERE)
    host = HostKnowledge(source.url, recorder, agent="TestBot")
    collection = Collection(reader, recorder, host, limits=limits or Limits())
    asked = []
    while visits := collection.next():
        while visits and not collection.stopped:
            if len(asked) == killed_after:
                return Driven(collection.run, asked, killed=True)
            visit = visits.pop(0)
            asked.append(visit.url)
            visits += weigh(collection, visit, answer(visit.url))
    collection.finish()
    return Driven(collection.run, asked)


def weigh(collection, visit, came):
    if came is Refusal.ROBOTS:
        collection.forbidden(visit)
    elif isinstance(came, Trouble):
        collection.unanswered(visit, came)
    else:
        mark = collection.conditions(visit).get("If-None-Match")
        if mark and mark == came.headers.get("etag"):
            came = replace(came, status=NOT_MODIFIED, body=b"", text="")
        return collection.answered(visit, came)
    return []


def fetched(url, body, *, status=200, end=None, **headers):
    """An answer of the invented site; `end` is where a redirect led."""
    text = body if isinstance(body, str) else body.decode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fetched(
        asked=url,
        url=end or url,
        status=status,
        headers=names,
        body=text.encode(),
        text=text,
    )

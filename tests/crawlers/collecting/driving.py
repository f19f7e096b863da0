"""Driving a run without Scrapy: an invented site answers, the real database keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field

from crawlers.collecting.collection import Collection
from crawlers.collecting.fetched import Fetched, Trouble
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.pages_ahead import Limits
from crawlers.collecting.reader import Reader
from crawlers.collecting.recorder import Recorder
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer

NOWHERE = Gazetteer((), {})
Answering = Callable[[str], Fetched | Trouble]


@dataclass
class Driven:
    """One run and what it asked for."""

    run: object
    asked: list[str] = field(default_factory=list)


def drive(db, source, answer: Answering, now, *, limits=None):
    """Let a run of `source` ask `answer` for pages, all on the moment `now`."""
    recorder = Recorder(db, source, clock=lambda: now)
    platform = platform_named(source.platform)
    reader = Reader(source=source, platform=platform, gazetteer=NOWHERE)
    host = HostKnowledge(source.url, recorder, agent="TestBot")
    collection = Collection(reader, recorder, host, limits=limits or Limits())
    asked = []
    while visits := collection.next():
        while visits:
            visit = visits.pop(0)
            asked.append(visit.url)
            came = answer(visit.url)
            if isinstance(came, Trouble):
                collection.unanswered(visit, came)
            else:
                visits += collection.answered(visit, came)
            if collection.stopped:
                break
        if collection.stopped:
            break
    collection.finish()
    return Driven(collection.run, asked)


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

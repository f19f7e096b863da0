"""Finding out through Scrapy what is at an address."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.collecting.fetched import Fetched
from crawlers.fetching.addresses import AddressRefusedError, is_loopback_host
from crawlers.fetching.asking import Fetch, UnansweredError, ask
from crawlers.fetching.politeness import AddressForbiddenError
from crawlers.probe.examine import Examiner
from crawlers.probe.questions import Fetching, NoAnswerError, Questions
from crawlers.probe.recognised import USUAL_DELAY
from crawlers.probe.report import ProbeReport
from crawlers.recognise import recognise
from schemas.gazetteer import Gazetteer
from schemas.source import Source

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeOptions:
    """`agent` is our name in robots.txt; `told` hears each address that is asked."""

    agent: str
    now: datetime
    told: Callable[[str], None] | None = None


async def probe(process: AsyncCrawlerProcess, address: str) -> Source:
    """The source at an address; NotRecognisedError says what is there instead.

    AddressRefusedError when the address leads to where we do not go.
    """

    async def question(fetching: Fetching) -> Source:
        return (await recognise(address, Questions(fetching))).source

    return await _politely(process, address, question)


async def examine(
    process: AsyncCrawlerProcess,
    address: str,
    gazetteer: Gazetteer,
    options: ProbeOptions,
) -> ProbeReport:
    """All that can be told about an address before it becomes a source.

    AddressRefusedError when it leads to where we do not go.
    """

    async def question(fetching: Fetching) -> ProbeReport:
        examiner = Examiner(
            questions=Questions(fetching, told=options.told),
            gazetteer=gazetteer,
            agent=options.agent,
            now=options.now,
        )
        return await examiner.examine(address)

    return await _politely(process, address, question)


async def _politely(
    process: AsyncCrawlerProcess,
    address: str,
    question: Callable[[Fetching], Awaitable[Told]],
) -> Told:
    """At the pace of a crawl; only this machine itself may be asked at once."""

    async def asking(fetch: Fetch) -> Told:
        return await question(_fetching(fetch, address))

    delay = 0.0 if is_loopback_host(address) else USUAL_DELAY
    return await ask(process, asking, delay=delay)


def _fetching(fetch: Fetch, address: str) -> Fetching:
    """Silence in the words of a probe; only the address itself is worth a refusal."""

    async def fetching(url: str, payload: str | None = None) -> Fetched:
        try:
            return await fetch(url, payload)
        except UnansweredError as silence:
            why = silence.__cause__
            if url == address and isinstance(why, AddressForbiddenError):
                raise AddressRefusedError(f"{url[:200]}: {why}") from silence
            trouble = silence.trouble
            raise NoAnswerError(trouble.status, trouble.error) from silence

    return fetching

"""Probing an address from the outside: an address in, a report out."""

from collections.abc import Callable

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.fetching.addresses import web_address
from crawlers.fetching.probing import ProbeOptions, examine
from crawlers.probe.report import ProbeReport
from crawlers.run import CrawlOptions, in_reactor
from schemas.database import connect
from schemas.tables import places


def examine_address(
    db_url: str,
    address: str,
    options: CrawlOptions,
    told: Callable[[str], None] | None = None,
) -> ProbeReport:
    """Try out an address, in this process's only reactor run; stores nothing.

    AddressRefusedError for what is no web address and for boards that forbid it.
    `told` hears each address that is asked for.
    """
    url = web_address(address, allow_loopback=options.allow_loopback)
    with connect(db_url) as db:
        gazetteer = places.gazetteer(db)
    how = ProbeOptions(
        agent=options.user_agent.split("/")[0].strip(), now=options.clock(), told=told
    )

    async def everything(process: AsyncCrawlerProcess) -> ProbeReport:
        return await examine(process, url, gazetteer, how)

    return in_reactor(options, everything)

"""Scrapy's reactor: it starts once per process, and everything happens in that run."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.fetching.asking import CrawlInterruptedError

Told = TypeVar("Told")


def run_once(
    settings: dict[str, Any],
    everything: Callable[[AsyncCrawlerProcess], Awaitable[Told]],
) -> Told:
    """Run `everything` in this process's only reactor run; its errors are raised here.

    KeyboardInterrupt after Ctrl-C.
    """
    process = AsyncCrawlerProcess(settings)
    outcome: list[Told | Exception] = []

    async def main() -> None:
        try:
            outcome.append(await everything(process))
        except Exception as error:  # noqa: BLE001 - raised again below
            outcome.append(error)
        finally:
            _stop_reactor()

    task = asyncio.get_event_loop().create_task(main())
    process.start(stop_after_crawl=False)
    if not outcome or isinstance(outcome[0], CrawlInterruptedError):
        task.cancel()
        raise KeyboardInterrupt
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _stop_reactor() -> None:
    """Only now is there a reactor to import; importing it earlier would make one."""
    from twisted.internet import reactor as installed
    from twisted.internet.error import ReactorNotRunning

    reactor: Any = installed

    def stop() -> None:
        with suppress(ReactorNotRunning):  # Ctrl-C has stopped it already
            reactor.stop()

    if reactor.running:
        reactor.callLater(0, stop)

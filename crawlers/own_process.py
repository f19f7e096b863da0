"""A process of its own for each crawl: Scrapy's reactor starts once in a process.

They are forked off one process that has imported what a crawl needs, so a crawl starts
in milliseconds and not in seconds of a processor.
"""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

Said = TypeVar("Said")
P = ParamSpec("P")

FORKS = multiprocessing.get_context("forkserver")
# With what Scrapy imports by name, when it starts.
FORKS.set_forkserver_preload(
    [
        "crawlers.run",
        "crawlers.fetching.handler",
        "scrapy.core.engine",
        "scrapy.core.scheduler",
        "scrapy.downloadermiddlewares.defaultheaders",
        "scrapy.downloadermiddlewares.httpcompression",
        "scrapy.downloadermiddlewares.redirect",
        "scrapy.downloadermiddlewares.useragent",
        "scrapy.dupefilters",
        "scrapy.logformatter",
        "scrapy.pqueues",
        "scrapy.spidermiddlewares.referer",
        "scrapy.squeues",
        "scrapy.statscollectors",
    ]
)


class NoAnswerError(RuntimeError):
    """What was done in its own process failed; the message is the kind of error."""


def in_own_process(
    work: Callable[P, Said], *arguments: P.args, **named: P.kwargs
) -> Said:
    """What `work` says, a function of a module that is cheap to import.

    NoAnswerError when it raised something, was stopped or is gone.
    """
    ours, theirs = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=_answer, args=(theirs, work, arguments, named))
    with ours:
        with theirs:
            process.start()
        try:
            said, failed = ours.recv()
        except EOFError:
            said, failed = None, "gone"
        finally:
            process.join()
    if failed:
        raise NoAnswerError(failed)
    told: Said = said
    return told


def _answer(
    theirs: Connection,
    work: Callable[..., object],
    arguments: tuple[object, ...],
    named: dict[str, object],
) -> None:
    """In the other process. Ctrl-C is for it too: what it has read is kept by then."""
    with theirs, suppress(KeyboardInterrupt):
        try:
            answer = work(*arguments, **named), ""
        except Exception as fault:  # noqa: BLE001 - whoever asked hears which
            answer = None, type(fault).__name__
        theirs.send(answer)

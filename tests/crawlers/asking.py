"""Looking at or adding one vacancy in a process of its own, as the jobs do."""

from importlib import import_module

from tests.crawlers.crawling import FORKS, USER_AGENT


def _work(answer, name, arguments, loopback, moment):
    from crawlers.run import CrawlOptions, utc_now

    module, _, function = name.rpartition(".")
    options = CrawlOptions(
        user_agent=USER_AGENT,
        allow_loopback=loopback,
        clock=(lambda: moment) if moment else utc_now,
    )
    try:
        told = getattr(import_module(module), function)(*arguments, options)
    except Exception as error:  # noqa: BLE001 - raised again by the one who asks
        told = error
    answer.send(told)


def asked(database, name, *arguments, loopback=True, moment=None):
    """What `crawlers.{name}` says, as the crawler; `moment` stops the clock."""
    mine, theirs = FORKS.Pipe(duplex=False)
    what = (f"crawlers.{name}", (database.role("crawler"), *arguments))
    process = FORKS.Process(target=_work, args=(theirs, *what, loopback, moment))
    process.start()
    assert mine.poll(90), f"no end to {name}"
    told = mine.recv()
    process.join()
    mine.close()
    if isinstance(told, Exception):
        raise told
    return told

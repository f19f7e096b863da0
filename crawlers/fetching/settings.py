"""Scrapy's settings: polite, closed and quiet."""

from typing import Any

PAGE_MAXSIZE = 8 * 1024 * 1024
LIST_MAXSIZE = 64 * 1024 * 1024
TIMEOUT = 30
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,"
    "application/json;q=0.9,*/*;q=0.5",
    "Accept-Language": "nl,en;q=0.5",
}
OURS = "crawlers.fetching.handler.PublicHandler"
HANDLERS = {"http": OURS, "https": OURS} | dict.fromkeys(("data", "file", "ftp", "s3"))
SCRAPYS = "scrapy.downloadermiddlewares"
MIDDLEWARES = {
    "crawlers.fetching.politeness.AddressMiddleware": 40,
    "crawlers.fetching.politeness.RobotsMiddleware": 100,
    "crawlers.fetching.politeness.PatientRetryMiddleware": 550,
    f"{SCRAPYS}.httpcompression.HttpCompressionMiddleware": 590,
    f"{SCRAPYS}.redirect.RedirectMiddleware": 600,
}
# What is left out of these is not even imported; what is switched off still is.
NOTHING_ELSE = {
    "DOWNLOADER_MIDDLEWARES_BASE": MIDDLEWARES,
    "EXTENSIONS_BASE": {},
    "SPIDER_MIDDLEWARES_BASE": {
        "scrapy.spidermiddlewares.referer.RefererMiddleware": 0
    },
}
RETRIED = [
    f"scrapy.exceptions.{name}"
    for name in (
        "CannotResolveHostError",
        "DownloadConnectionRefusedError",
        "DownloadFailedError",
        "DownloadTimeoutError",
        "ResponseDataLossError",
    )
]


def scrapy_settings(
    user_agent: str, *, allow_loopback: bool, at_once: int = 1
) -> dict[str, Any]:
    """Settings for one process; a source's own delay comes on top.

    `at_once` is one request per host, except in a benchmark on loopback.
    """
    return {
        "ROBOTSTXT_USER_AGENT": user_agent.split("/")[0].strip(),
        "ALLOW_LOOPBACK": allow_loopback,
        "CONCURRENT_ITEMS": 8,  # the default of 100 doubles the CPU time per page
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "CONCURRENT_REQUESTS": at_once,
        "CONCURRENT_REQUESTS_PER_DOMAIN": at_once,
        "DOWNLOAD_DELAY_JITTER": 0,  # a crawl-delay is a minimum
        "DOWNLOAD_TIMEOUT": TIMEOUT,
        "DOWNLOAD_MAXSIZE": PAGE_MAXSIZE,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_HANDLERS": HANDLERS,
        "REDIRECT_MAX_TIMES": 5,
        "REFERRER_POLICY": "no-referrer",
        "RETRY_TIMES": 2,
        "RETRY_EXCEPTIONS": [*RETRIED, OSError],  # of what cannot be unpacked
        "DEFAULT_REQUEST_HEADERS": HEADERS | {"User-Agent": user_agent},
        **NOTHING_ELSE,
        "LOG_ENABLED": False,
        "LOG_FORMATTER": "crawlers.fetching.quiet.QuietFormatter",
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
    }

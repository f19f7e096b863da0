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
# Switched off is not enough: each of these would still be imported at every start.
UNUSED_EXTENSIONS = tuple(
    f"scrapy.extensions.{name}"
    for name in (
        "telnet.TelnetConsole",
        "remote_control.RemoteControl",
        "memdebug.MemoryDebugger",
        "feedexport.FeedExporter",
        "logstats.LogStats",
        "spiderstate.SpiderState",
        "throttle.AutoThrottle",
    )
)
OURS = "crawlers.fetching.handler.BoundedHandler"
HANDLERS = {"http": OURS, "https": OURS} | dict.fromkeys(("data", "file", "ftp", "s3"))
SCRAPYS = "scrapy.downloadermiddlewares"
MIDDLEWARES = {
    "crawlers.fetching.politeness.AddressMiddleware": 40,
    "crawlers.fetching.politeness.RobotsMiddleware": 100,
    f"{SCRAPYS}.robotstxt.RobotsTxtMiddleware": None,
    "crawlers.fetching.politeness.PatientRetryMiddleware": 550,
    f"{SCRAPYS}.retry.RetryMiddleware": None,
    f"{SCRAPYS}.cookies.CookiesMiddleware": None,
    f"{SCRAPYS}.httpproxy.HttpProxyMiddleware": None,
    f"{SCRAPYS}.httpcache.HttpCacheMiddleware": None,
    f"{SCRAPYS}.offsite.OffsiteMiddleware": None,
    f"{SCRAPYS}.httpauth.HttpAuthMiddleware": None,
    f"{SCRAPYS}.redirect.MetaRefreshMiddleware": None,
    f"{SCRAPYS}.stats.DownloaderStats": None,
}


def scrapy_settings(
    user_agent: str, *, allow_loopback: bool, at_once: int = 1
) -> dict[str, Any]:
    """Settings for one process; a source's own delay comes on top.

    `at_once` is one request per host, except in a benchmark on loopback.
    """
    return {
        "USER_AGENT": user_agent,
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
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "DOWNLOAD_HANDLERS": HANDLERS,
        "TWISTED_DNS_RESOLVER": "crawlers.fetching.resolver.PublicResolver",
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,
        "RETRY_TIMES": 2,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,  # the spider weighs every status itself
        "HTTPCACHE_ENABLED": False,
        "REFERER_ENABLED": True,
        "REFERRER_POLICY": "no-referrer",
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "EXTENSIONS": dict.fromkeys(UNUSED_EXTENSIONS),
        "ROBOTSTXT_OBEY": False,  # ours below is stricter and takes its place
        "DEFAULT_REQUEST_HEADERS": HEADERS,
        "DOWNLOADER_MIDDLEWARES": MIDDLEWARES,
        "LOG_ENABLED": False,
        "LOGSTATS_INTERVAL": 0,
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "STATS_DUMP": False,
    }

"""One batch of one source, for whoever runs it in a process of its own."""

from schemas.source import CrawlRun, Source


def crawl_batch(
    db_url: str, source: Source, *, user_agent: str, pages: int, allow_loopback: bool
) -> CrawlRun:
    """Crawl `pages` pages of a source and stop; the run is `running` if there are more.

    A site that refused us a while ago is left alone.
    """
    # Not above: seconds of imports, which only that process needs.
    from crawlers.collecting.pages_ahead import Limits
    from crawlers.run import CrawlOptions, crawl

    options = CrawlOptions(
        user_agent=user_agent,
        allow_loopback=allow_loopback,
        limits=Limits(most_pages=pages),
        heed_rest=True,
    )
    [run] = crawl(db_url, [source], options)
    return run

"""What Scrapy would write in a log of each page, which nobody reads."""

from scrapy.http import Request, Response
from scrapy.logformatter import LogFormatter
from scrapy.spiders import Spider


class QuietFormatter(LogFormatter):
    """Says nothing of an answer, so that no line is made of it."""

    def crawled(  # type: ignore[override]
        self,
        request: Request,
        response: Response,
        spider: Spider,
    ) -> None:
        """Nothing."""

"""A career site in memory, and what a crawl of it left in the database."""

from datetime import UTC, datetime, timedelta

from tests.crawlers.adverts import job, page
from tests.crawlers.collecting.driving import fetched

NOW = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOST = "https://wilg.example"
ROBOTS, SITEMAP = f"{HOST}/robots.txt", f"{HOST}/sitemap.xml"
STATUS = "select source_key, status, status_reason from vacancy order by source_key"
EVENTS = """
select was, became, reason from vacancy_event join vacancy v on v.id = vacancy_id
where v.source_key = %s order by vacancy_event.id
"""


class Career:
    """A site in memory: a sitemap of addresses with dates, and pages."""

    def __init__(self, count, *, lastmod="2026-10-01T08:00:00Z"):
        self.dates = {
            f"{HOST}/vacatures/werk-{n}": lastmod for n in range(1, count + 1)
        }
        self.pages = {url: page(job(n)) for n, url in enumerate(self.dates, start=1)}

    def url(self, number):
        return f"{HOST}/vacatures/werk-{number}"

    def answer(self, url):
        if url == ROBOTS:
            return fetched(url, f"Sitemap: {SITEMAP}")
        if url == SITEMAP:
            return fetched(url, self.sitemap())
        found = self.pages.get(url)
        if found is None:
            return fetched(url, "weg", status=404)
        return found if not isinstance(found, str) else fetched(url, found)

    def sitemap(self):
        rows = "".join(
            f"<url><loc>{url}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</url>"
            for url, date in self.dates.items()
        )
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


def statuses(database):
    with database.connect() as db:
        return {key: (status, why) for key, status, why in db.execute(STATUS)}


def events(database, key):
    with database.connect() as db:
        return db.execute(EVENTS, (key,)).fetchall()


def details(driven):
    return [url for url in driven.asked if "/vacatures/werk-" in url]

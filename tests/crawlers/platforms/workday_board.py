"""A Workday board on paper: its cap, its wrap, and a total on the first page only."""

import json

from crawlers.platforms.workday import Workday
from crawlers.platforms.workday_search import MOST, PER_PAGE, search_of
from tests.crawlers.answers import answer
from tests.crawlers.crawling import source

BASE = "https://wilg.wd3.myworkdayjobs.com/wday/cxs/wilg/Werken"
BOARD = "https://wilg.wd3.myworkdayjobs.com/Werken"


class Board:
    """A board that answers as Workday does: a cap, a wrap, a total on page one only."""

    def __init__(self, jobs):
        """`jobs` holds for each path its values of facets."""
        self.jobs = {
            path: {name: set(keys) for name, keys in has.items()}
            for path, has in jobs.items()
        }
        self.searches = []

    def answer(self, visit):
        page = self.page(search_of(visit))
        return Workday().read(answer(json.dumps(page), visit.url), visit)

    def page(self, search):
        self.searches.append(search)
        found = [path for path, has in self.jobs.items() if self._fits(has, search)]
        start = search.offset if search.offset < MOST else 0
        return {
            "total": 0 if search.offset else min(len(found), MOST),
            "jobPostings": [
                {"externalPath": path} for path in found[start : start + PER_PAGE]
            ],
            "facets": [] if search.offset else self._facets(found),
        }

    @staticmethod
    def _fits(has, search):
        return all(
            not has.get(name, set()).isdisjoint(keys)
            for name, keys in search.facets.items()
        )

    def _facets(self, found):
        counts = {}
        for path in found:
            for name, keys in self.jobs[path].items():
                for key in keys:
                    counts.setdefault(name, {}).setdefault(key, 0)
                    counts[name][key] += 1
        return [
            {
                "facetParameter": f"group of {name}",
                "values": [
                    {
                        "facetParameter": name,
                        "values": [
                            {"id": key, "descriptor": key, "count": count}
                            for key, count in values.items()
                        ],
                    }
                ],
            }
            for name, values in counts.items()
        ]

    def crawl(self):
        """All details, how often each was named, and the readings."""
        waiting = [Workday().first(source("wilg", BOARD, "workday"))]
        named, readings = [], []
        while waiting:
            visit = waiting.pop(0)
            if visit.kind == "detail":
                named.append(visit.url.removeprefix(BASE))
                continue
            reading = self.answer(visit)
            readings.append(reading)
            waiting += reading.visits
        return named, readings


def jobs(count, **facets):
    """Jobs with the facets; a facet is a function of the job's number."""
    return {
        f"/job/Zwolle/Baan_JR{number}": {
            name: chosen if isinstance(chosen := choose(number), list) else [chosen]
            for name, choose in facets.items()
        }
        for number in range(count)
    }

"""A platform that some pages are too much for; another process imports it by name."""

from crawlers.platforms.jobposting import JobPostingSite


class StumblingSite(JobPostingSite):
    """Has a fault of its own that shows on every page of a baker."""

    def read(self, answer, visit):
        if "bakker" in visit.url:
            raise KeyError(visit.url)
        return super().read(answer, visit)

"""The platforms we know, by name; a new one is added here."""

from crawlers.platforms.base import CareerPlatform
from crawlers.platforms.jobposting import JobPostingSite
from crawlers.platforms.recruitee import Recruitee
from crawlers.platforms.teamtailor import Teamtailor

PLATFORMS: tuple[CareerPlatform, ...] = (Recruitee(), Teamtailor(), JobPostingSite())


def platform_named(name: str) -> CareerPlatform:
    """The platform of a source's row; LookupError for one we do not know."""
    for platform in PLATFORMS:
        if platform.name == name:
            return platform
    raise LookupError(name)

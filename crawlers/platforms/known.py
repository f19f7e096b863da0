"""The platforms we know, by name; a new one is added here."""

from urllib.parse import urlsplit

from crawlers.platforms.ashby import Ashby
from crawlers.platforms.bamboohr import BambooHR
from crawlers.platforms.base import CareerPlatform
from crawlers.platforms.feed import Feed
from crawlers.platforms.greenhouse import Greenhouse
from crawlers.platforms.jobposting import JobPostingSite
from crawlers.platforms.jobylon import Jobylon
from crawlers.platforms.lever import Lever
from crawlers.platforms.manual import Manual
from crawlers.platforms.personio import Personio
from crawlers.platforms.phenom import Phenom
from crawlers.platforms.pinpoint import Pinpoint
from crawlers.platforms.recruitee import Recruitee
from crawlers.platforms.smartrecruiters import SmartRecruiters
from crawlers.platforms.successfactors import SuccessFactors
from crawlers.platforms.teamtailor import Teamtailor
from crawlers.platforms.workable import Workable
from crawlers.platforms.workday import Workday
from schemas.source import Source

PLATFORMS: tuple[CareerPlatform, ...] = (
    Recruitee(),
    Teamtailor(),
    Ashby(),
    BambooHR(),
    Greenhouse(),
    Lever(),
    Pinpoint(),
    SmartRecruiters(),
    Workable(),
    Workday(),
    Personio(),
    Jobylon(),
    SuccessFactors(),
    Phenom(),
    JobPostingSite(),
    Feed(),
    Manual(),
)


def platform_named(name: str) -> CareerPlatform:
    """The platform of a source's row; LookupError for one we do not know."""
    for platform in PLATFORMS:
        if platform.name == name:
            return platform
    raise LookupError(name)


def turn_of(source: Source) -> str:
    """Whose turn a crawl takes: sources with the same one are never crawled at once.

    The host, or the domain that all employers of a platform share.
    """
    host = urlsplit(source.url).netloc.lower().removeprefix("www.")
    platform = platform_named(source.platform)
    shared = (domain for domain in (platform.shared_host, platform.twin_host) if domain)
    if any(host == domain or host.endswith(f".{domain}") for domain in shared):
        return platform.shared_host or host
    return host

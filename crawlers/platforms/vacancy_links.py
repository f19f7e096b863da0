"""Which addresses on a site look like the page of one vacancy."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from crawlers.pages.identity import without_twins
from crawlers.pages.page import without_tracking

VACANCY_PATH = re.compile(
    r"/(?:[\w-]*vacatures?[\w-]*|vacanc(?:y|ies)|jobs?|careers?|banen|baan|functies?"
    r"|opdrachten|job-?openings?|positions?|openings?|o|werken-bij[\w-]*)/[^/?#]+",
    re.IGNORECASE,
)
NOT_A_VACANCY = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|css|js|zip|docx?|mp4|ico|xml|rss)$"
    r"|/(?:solliciteer|solliciteren|apply|login|categorie|category|tag|page|pagina"
    r"|feed)(?:/|$)|/(?:page|pagina)-?\d{1,3}/?$",
    re.IGNORECASE,
)


def vacancy_addresses(addresses: Iterable[str]) -> list[str]:
    """The addresses that look like one vacancy; all pages when none does.

    Of a vacancy in several languages one address, in Dutch where there is Dutch.
    """
    pages = [
        url
        for url in dict.fromkeys(map(without_tracking, addresses))
        if url and not NOT_A_VACANCY.search(urlsplit(url).path)
    ]
    return without_twins([url for url in pages if is_like_a_vacancy(url)] or pages)


def is_like_a_vacancy(url: str) -> bool:
    """Whether the path has a word for vacancies and something behind it."""
    path = urlsplit(url).path
    return bool(VACANCY_PATH.search(path)) and not NOT_A_VACANCY.search(path)

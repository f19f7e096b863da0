"""The links of a page that people read."""

from crawlers.pages.page import Look, NotAPageError, Page, address_on, tree_of
from crawlers.platforms.base import UnexpectedAnswerError


def look_at(page: Page) -> Look:
    """A list as a tree; UnexpectedAnswerError where nothing can be made of it."""
    try:
        return Look(page, tree_of(page))
    except NotAPageError as broken:
        raise UnexpectedAnswerError("geen leesbare pagina") from broken


def link_on(look: Look, printed: str) -> str:
    """A link as the page means it: relative to its `<base>`, when it has one."""
    return address_on(look.page, printed, base=look.head.base)

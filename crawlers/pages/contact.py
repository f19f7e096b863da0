"""Recruiters' names, telephone numbers and mail addresses are cut before storing."""

from collections.abc import Iterable

from crawlers.pages.names import without_names
from crawlers.pages.reach import without_addresses as without_addresses


def without_contact(text: str, *, kept: Iterable[str] = ()) -> str:
    """Cut addresses, and the names of people that stand beside them or are to be asked.

    `kept` are names that no person has: of the employer, of the places of work.
    """
    return without_names(without_addresses(text), kept=kept)

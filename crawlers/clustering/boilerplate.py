"""What an employer or a source writes under every job: it tells no jobs apart."""

from collections import Counter
from collections.abc import Collection, Iterable

SHARE = 0.3  # of the titles
FEWEST_TITLES = 5  # with fewer nothing can be said
FEWEST_SHARING = 3  # two jobs that share a sentence may be one job


def shared_sentences(
    adverts: Iterable[tuple[Collection[str], Iterable[int]]],
) -> frozenset[int]:
    """The marks of the sentences that stand under more than 30 % of the titles.

    `adverts` are those of one employer or one source, as (words of the title, marks).
    Titles are counted, not adverts: the same job in forty towns, or put up again, does
    not make its own text boilerplate.
    """
    by_title: dict[frozenset[str], set[int]] = {}
    for title, marks in adverts:
        by_title.setdefault(frozenset(title), set()).update(marks)
    if len(by_title) < FEWEST_TITLES:
        return frozenset()
    counts = Counter(mark for marks in by_title.values() for mark in marks)
    many = SHARE * len(by_title)
    return frozenset(
        mark
        for mark, count in counts.items()
        if count > many and count >= FEWEST_SHARING
    )

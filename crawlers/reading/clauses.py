"""A text cut once, for all readers, in the pieces they look at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawlers.reading.lines import Clause as Clause
from crawlers.reading.lines import Part, lines_of, read_line
from crawlers.reading.topics import Topic

LONGEST_ADVERT = 40_000  # characters; ten times the longest seen
MOST_CLAUSES = 50  # that speak of one and the same fact

# What a clause says does not depend on its advert: it is read once, for employers
# print the same sentence under all their vacancies.
once_per_clause = lru_cache(maxsize=2048)

Placed = Mapping[Topic, Sequence[tuple[int, Clause]]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A text, the same in small letters, and the clauses that speak of each topic.

    `placed` are the clauses each with the place where it begins in the text.
    """

    text: str
    low: str
    placed: Placed
    told: Mapping[Topic, Sequence[Clause]]

    def telling(self, topic: Topic) -> Sequence[Clause]:
        """The clauses that speak of a topic; what the company says of itself last.

        Last and not left out: many adverts open with the company and never say where
        that ends.
        """
        return self.told.get(topic, ())

    def telling_where(self, topic: Topic) -> Sequence[tuple[int, Clause]]:
        """The same clauses, each with the place where it begins in the text."""
        return self.placed.get(topic, ())


@lru_cache(maxsize=4)  # all readers of one advert share it
def cut(text: str) -> Cut:
    """The clauses of a plain text; a heading says what the lines under it are."""
    text = text[:LONGEST_ADVERT]
    lows: list[str] = []
    own: dict[Topic, list[tuple[int, Clause]]] = defaultdict(list)
    company: dict[Topic, list[tuple[int, Clause]]] = defaultdict(list)
    part: Part = ""
    line_start = 0
    for line in lines_of(text):
        low, clauses, part = read_line(line, part)
        for start, clause, topics in clauses:
            told = company if clause.part == "company" else own
            for topic in topics:
                told[topic].append((line_start + start, clause))
        lows.append(low)
        line_start += len(line)
    placed = _together(own, company)
    told_of = {
        topic: [clause for _, clause in found] for topic, found in placed.items()
    }
    return Cut(text, "".join(lows), placed, told_of)


def _together(own: Placed, company: Placed) -> Placed:
    """What is told of each topic, the company's own story last."""
    return {
        topic: [*own.get(topic, ()), *company.get(topic, ())][:MOST_CLAUSES]
        for topic in own.keys() | company.keys()
    }

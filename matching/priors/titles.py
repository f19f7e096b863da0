"""What the words of a title say of the load of work: `title_loads.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from matching.case import Load
from matching.priors.assumed import LOADS, loads_of, table
from matching.priors.naming import TITLES_REMEMBERED, without_accents, words_of


@dataclass(frozen=True, slots=True)
class TitleRow:
    """Words of a title and the loads that go with them.

    `beside`: it makes what other rows say heavier, and says nothing alone.
    """

    words: re.Pattern[str]
    loads: Mapping[str, Load]
    beside: bool


@lru_cache(maxsize=TITLES_REMEMBERED)
def title_loads(title: str) -> Mapping[str, Load]:
    """The load per field that a title tells of; the heaviest where words differ."""
    plain = without_accents(title)
    fitting = [row for row in title_rows() if row.words.search(plain)]
    told = {field for row in fitting if not row.beside for field in row.loads}
    return MappingProxyType(
        {
            field: max(
                (row.loads[field] for row in fitting if field in row.loads),
                key=LOADS.index,
            )
            for field in told
        }
    )


@cache
def title_rows() -> Sequence[TitleRow]:
    """All rows of the table, ready to use."""
    return tuple(
        TitleRow(
            words=words_of(row["words"]),
            loads=dict(loads_of(row)),
            beside=row.get("beside", False),
        )
        for row in table("title_loads.toml")["title"]
    )

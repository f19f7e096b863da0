"""Before a vacancy passes unasked: whether its silence really is silence."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from matching.case import Case
from matching.demands.phrasing import plain
from matching.demands.sections import sentences
from matching.priors.naming import words_of
from matching.rules.proof import ask
from schemas.match import Finding

_ELSEWHERE = {"bieden", "bedrijf"}
ADVERTS_REMEMBERED = 100_000  # the same adverts come back for every candidate


def second_look(case: Case, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with what was only assumed asked where a word may speak of it.

    The reader of demands misses some; this costs a question, and never excludes.
    """
    hinted = hinted_fields(case.vacancy.text)
    if case.vacancy.licences:
        hinted |= {"professional_driving"}
    for one in found:
        assumed = one.kind == "assumption" and one.quote is None
        yield ask(one.field) if assumed and one.field in hinted else one


@lru_cache(maxsize=ADVERTS_REMEMBERED)
def hinted_fields(text: str) -> frozenset[str]:
    """The fields of which the tasks or requirements of an advert may speak."""
    easy = plain(text)
    told = " ".join(
        easy[part.start : part.end]
        for part in sentences(text)
        if part.section not in _ELSEWHERE
    )
    return frozenset(
        field
        for pattern, fields in hints().items()
        if pattern.search(told)
        for field in fields
    )


@cache
def hints() -> Mapping[re.Pattern[str], tuple[str, ...]]:
    """Patterns of words, each with the fields they may speak of."""
    text = files("matching.rules").joinpath("hints.toml").read_text("utf-8")
    return {
        words_of(row["words"]): tuple(row["fields"].split())
        for row in tomllib.loads(text)["hint"]
    }

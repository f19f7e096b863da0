"""The jobs that adverts name most, tied by hand to their groups: `named_jobs.tsv`."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

TITLES_REMEMBERED = 50_000  # the same titles come back for every candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedJob:
    """A job, how titles name it, its unit group and its occupations in O*NET."""

    job: str
    words: re.Pattern[str]
    isco: str
    onet: Sequence[str]


@lru_cache(maxsize=TITLES_REMEMBERED)
def groups_named(title: str) -> tuple[str, ...]:
    """The unit groups that a title names by a well-known job.

    `Heftruckchauffeur` names one, though `chauffeur` stands in it: of two names in
    the same place the longest counts, or else the first of the list.
    """
    plain = without_accents(title)
    found = [
        (match.span(), job.isco)
        for job in named_jobs()
        for match in job.words.finditer(plain)
    ]
    spans = [span for span, _ in found]
    kept = [
        isco
        for at, (span, isco) in enumerate(found)
        if not _within_another(span, at, spans)
    ]
    return tuple(dict.fromkeys(kept))


@cache
def named_jobs() -> Sequence[NamedJob]:
    """All jobs, the most exact names first."""
    return tuple(
        NamedJob(
            job=row["job"],
            words=words_of(row["words"]),
            isco=row["isco"],
            onet=(row["onet"] or "").split(),
        )
        for row in rows("named_jobs.tsv")
    )


def without_accents(title: str) -> str:
    """Small letters only, without accents: `Conciërge` is `concierge`."""
    apart = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(words: str) -> re.Pattern[str]:
    """One pattern for words with * for any letters and _ for a space."""
    each = (
        re.escape(word).replace(r"\*", r"\w*").replace("_", r"[\s-]+")
        for word in words.split()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table beside this module; lines that start with # are its notes."""
    lines = files("matching.priors").joinpath(name).read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    yield from csv.DictReader(told, delimiter="\t")


def _within_another(
    span: tuple[int, int], at: int, spans: Sequence[tuple[int, int]]
) -> bool:
    return any(
        other[0] <= span[0] and span[1] <= other[1] and (other != span or which < at)
        for which, other in enumerate(spans)
        if which != at
    )

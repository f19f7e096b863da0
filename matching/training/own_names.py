"""The names of work that we wrote ourselves, beside those of the classification.

`titles.tsv` has the titles of job boards per unit group, `occupations.tsv` what an
occupation of ESCO is called in adverts and in lists of occupations, by the first eight
digits of its URI.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from matching.training.esco import Concept

KEY = 8  # digits of a URI's last part: no two occupations share them


def with_own_names(occupations: Sequence[Concept]) -> tuple[Concept, ...]:
    """The occupations with our names for them beside those of the classification."""
    ours = occupation_names()
    return tuple(
        replace(one, own=_fresh(one, ours.get(key_of(one), ()))) for one in occupations
    )


def board_concepts(groups: Sequence[Concept]) -> tuple[Concept, ...]:
    """The titles of job boards to learn from: a concept per unit group with a name."""
    titles = board_titles()
    return tuple(
        replace(one, labels=labels, sentences=one.labels, english=())
        for one in groups
        if (labels := titles.get(one.isco or ""))
    )


def titles_alone() -> tuple[Concept, ...]:
    """Each of those titles as a concept that nothing but itself describes."""
    return tuple(
        Concept(uri="", isco=isco, labels=(t,), sentences=(t,), english=(t,))
        for isco, titles in board_titles().items()
        for t in titles
    )


def key_of(occupation: Concept) -> str:
    """By which an occupation stands in our table."""
    return occupation.uri.rsplit("/", 1)[-1][:KEY]


def occupation_names() -> Mapping[str, tuple[str, ...]]:
    """Our names of every occupation, by its key."""
    return dict(_rows("occupations.tsv"))


def board_titles() -> Mapping[str, tuple[str, ...]]:
    """The titles of job boards, by unit group."""
    return dict(_rows("titles.tsv"))


def _rows(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    text = files("matching.training").joinpath(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        key, _, names = line.partition("\t")
        yield key, tuple(one for name in names.split(";") if (one := name.strip()))


def _fresh(concept: Concept, ours: Sequence[str]) -> tuple[str, ...]:
    known = {name.casefold() for name in concept.labels}
    return tuple(dict.fromkeys(name for name in ours if name.casefold() not in known))

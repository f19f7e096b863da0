"""Reads a folder with ESCO's own files into concepts: names and sentences, Dutch first.

Attribution: this service uses the ESCO classification of the European Union. Only
what we compute from it (weights, vectors, figures) enters the project.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

OCCUPATION_FILES = (
    "occupations_nl.csv",
    "occupations_nl_v12.csv",
    "occupations_nl_v10.csv",
)
ENGLISH_FILE = "occupations_en.csv"
GROUP_FILE = "ISCOGroups_nl.csv"
SKILL_FILE = "skills_nl_partial.csv"
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
SHORTEST_SENTENCE = 20  # characters; shorter is a stray heading or code
UNIT_GROUP_DIGITS = 4


class EscoMissingError(RuntimeError):
    """The folder does not hold ESCO's Dutch occupations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An occupation, ISCO group or skill under all its names; without a URI our own.

    `isco` is the unit group for an occupation or group, None for a skill; `sentences`
    describe the concept; `english` are its English names, `own` those that we wrote.
    """

    uri: str
    isco: str | None
    labels: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All Dutch names."""
        return (*self.labels, *self.own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Esco:
    """What was read, with the sha256 of every file it came from."""

    occupations: tuple[Concept, ...]
    groups: tuple[Concept, ...]
    skills: tuple[Concept, ...]
    hashes: Mapping[str, str]


def read_esco(folder: Path) -> Esco:
    """Read all files that are there; only the first of `OCCUPATION_FILES` must be.

    Several releases of ESCO add paraphrases: their labels are joined per concept.
    """
    if not (folder / OCCUPATION_FILES[0]).is_file():
        raise EscoMissingError(f"no {OCCUPATION_FILES[0]} in {folder}")
    names = (*OCCUPATION_FILES, ENGLISH_FILE, GROUP_FILE, SKILL_FILE)
    return Esco(
        occupations=tuple(_occupations(folder)),
        groups=tuple(_groups(folder / GROUP_FILE)),
        skills=tuple(_skills(folder / SKILL_FILE)),
        hashes={n: _sha256(folder / n) for n in names if (folder / n).is_file()},
    )


def _occupations(folder: Path) -> Iterator[Concept]:
    english = {
        row["conceptUri"]: tuple(_names(row)) for row in rows(folder / ENGLISH_FILE)
    }
    labels: dict[str, dict[str, None]] = {}
    sentences: dict[str, dict[str, None]] = {}
    isco: dict[str, str] = {}
    for name in OCCUPATION_FILES:
        for row in rows(folder / name):
            uri = row["conceptUri"]
            isco.setdefault(uri, row["iscoGroup"])
            labels.setdefault(uri, {}).update(dict.fromkeys(_names(row)))
            told = _sentences(row["description"])
            sentences.setdefault(uri, {}).update(dict.fromkeys(told))
    for uri in sorted(labels):
        yield Concept(
            uri=uri,
            isco=isco[uri],
            labels=tuple(labels[uri]),
            sentences=tuple(sentences[uri]),
            english=english.get(uri, ()),
        )


def _groups(path: Path) -> Iterator[Concept]:
    for row in rows(path):
        if len(row["code"]) == UNIT_GROUP_DIGITS:
            yield Concept(
                uri=row["conceptUri"],
                isco=row["code"],
                labels=tuple(_names(row)),
                sentences=tuple(_sentences(row["description"])),
            )


def _skills(path: Path) -> Iterator[Concept]:
    for row in rows(path):
        names = [row["prefLabel_nl"], *row["altLabels_nl"].split("|")]
        yield Concept(
            uri=row["conceptUri"],
            isco=None,
            labels=tuple(dict.fromkeys(n.strip() for n in names if n.strip())),
            sentences=tuple(_sentences(row["description_nl"])),
            english=tuple(n for n in [row["prefLabel_en"].strip()] if n),
        )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file, or none when the file is not there."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {key: value or "" for key, value in row.items() if key is not None}


def _names(row: Mapping[str, str]) -> Iterable[str]:
    names = [row["preferredLabel"], *row["altLabels"].split("\n")]
    return dict.fromkeys(name.strip() for name in names if name.strip())


def _sentences(text: str) -> Iterator[str]:
    for sentence in SENTENCE_END.split(text):
        if len(sentence.strip()) >= SHORTEST_SENTENCE:
            yield sentence.strip()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

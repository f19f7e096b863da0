"""Links an advert's title to the ISCO-08 unit group it belongs to, or to none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matching.encoder import BUNDLED
from matching.likeness.titles import work_named
from matching.occupations import (
    OCCUPATIONS_FILE,
    Eyes,
    Occupations,
    Vectors,
    chances,
    load_eyes,
    read_occupations,
    scores,
)

SURE_ENOUGH = 0.55  # below it a title is linked to nothing
TASKS_SHARE = 1.0  # of what words of tasks tell, beside those of the title
BATCH = 256
NEARLY = 1e-4  # nothing is surer than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A unit group and the chance that it is the right one."""

    isco: str
    confidence: float


class LinkTitles(Protocol):
    """Whatever links titles, with the tasks of each beside it where they are known."""

    def __call__(
        self, titles: Sequence[str], tasks: Sequence[str] = ()
    ) -> Sequence[Link | None]:
        """One answer per title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guesses:
    """Per text the best unit group, and the evidence that it is the right one."""

    isco: NDArray[np.str_]
    evidence: Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Titles to unit groups; `calibration` is a logistic curve over evidence."""

    eyes: Eyes
    known: Occupations
    calibration: Vectors

    def link(
        self, titles: Sequence[str], tasks: Sequence[str] = ()
    ) -> list[Link | None]:
        """One answer per title; None where it says too little.

        Where a title says too little, the first sentences about the work (`tasks`, one
        text per title) help.
        """
        found: list[Link | None] = []
        for start in range(0, len(titles), BATCH):
            some = slice(start, start + BATCH)
            found += self._several(titles[some], tasks[some])
        return found

    def _several(
        self, titles: Sequence[str], tasks: Sequence[str]
    ) -> list[Link | None]:
        named = [work_named(title) or "" for title in titles]
        table = scores(self.eyes.see(named), self.known)
        found = self._links(table, [bool(name) for name in named])
        unsure = [at for at, link in enumerate(found) if link is None]
        if tasks and unsure:
            told = [tasks[at] for at in unsure]
            helped = table[unsure] + self._told_by(told)
            links = self._links(helped, [bool(text) for text in told])
            for at, link in zip(unsure, links, strict=True):
                found[at] = link
        return found

    def _told_by(self, tasks: Sequence[str]) -> Vectors:
        rows: Vectors = self.eyes.words.encode_query(tasks) @ self.known.by_words.T
        return TASKS_SHARE * rows

    def _links(self, table: Vectors, said: Sequence[bool]) -> list[Link | None]:
        guesses = best_groups(table, self.known)
        sure = sureness(guesses, self.calibration)
        return [
            Link(isco=str(isco), confidence=round(float(chance), 3))
            if something and chance >= SURE_ENOUGH
            else None
            for isco, chance, something in zip(guesses.isco, sure, said, strict=True)
        ]


def load_linker(folder: Path = BUNDLED) -> Linker:
    """The bundled linker; it has models of its own, whatever the ranking uses."""
    eyes, model = load_eyes(folder)
    known, calibration = read_occupations(folder / OCCUPATIONS_FILE, model=model)
    return Linker(eyes=eyes, known=known, calibration=calibration)


@cache
def _bundled() -> Linker:
    return load_linker()


def bundled_link(titles: Sequence[str], tasks: Sequence[str] = ()) -> list[Link | None]:
    """What the bundled linker says; it is loaded when it is first asked anything."""
    return _bundled().link(titles, tasks) if titles else []


def best_groups(table: Vectors, known: Occupations) -> Guesses:
    """The unit group whose occupations are likeliest together."""
    codes, starts = np.unique(known.isco, return_index=True)
    groups = np.add.reduceat(chances(table), starts, axis=1)
    ordered = np.sort(np.pad(groups, ((0, 0), (1, 0))), axis=1)
    best = np.clip(ordered[:, -1], NEARLY, 1 - NEARLY)
    second = np.clip(ordered[:, -2], NEARLY, 1 - NEARLY)
    evidence = np.stack([_log_odds(best), _log_odds(second), table.max(axis=1)], axis=1)
    return Guesses(
        isco=codes[groups.argmax(axis=1)], evidence=evidence.astype(np.float32)
    )


def sureness(guesses: Guesses, calibration: Vectors) -> Vectors:
    """The chance that each guess is right; intercept last in `calibration`."""
    logits = guesses.evidence @ calibration[:-1] + calibration[-1]
    sure: Vectors = 1 / (1 + np.exp(-logits))
    return sure


def _log_odds(chance: Vectors) -> Vectors:
    odds: Vectors = np.log(chance / (1 - chance))
    return odds

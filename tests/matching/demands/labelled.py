"""Reads the labelled sentences of `tests/data/sentences` and measures the reader on them.

A line holds labels, a tab and an invented sentence. A label is a field that the
sentence asks (`lift_kg`, `lift_kg=20` with its number), does not ask (`-lift_kg`) or
eases (`~lift_kg`); `?lift_kg` may be read or not, `none` asks nothing. A third of the
sentences, chosen by their own hash, is kept apart: phrases are never mended for those.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from matching.demands import asked_of
from matching.evaluation.measures import Agreement, agreement
from schemas.vacancy import Polarity

SENTENCES = Path(__file__).parents[2] / "data" / "sentences"
_POLARITIES: Mapping[str, Polarity] = {"-": "absent", "~": "mitigated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence with what a careful reader takes from it; `either` is not counted."""

    sentence: str
    asked: Mapping[str, Polarity]
    values: Mapping[str, float]
    either: frozenset[str]
    by_day: bool

    @property
    def is_kept_apart(self) -> bool:
        """Whether phrases are never mended for it."""
        return hashlib.sha256(self.sentence.encode()).digest()[0] % 3 == 0

    def agreement(self) -> Agreement:
        """How what we read agrees with the labels, on field and polarity."""
        read = asked_of("", self.sentence)
        said = {
            (d.field, d.polarity) for d in read.demands if d.field not in self.either
        }
        known: set[tuple[str, str]] = set(self.asked.items())
        if self.by_day:
            known.add(("day", "demanded"))
            said |= {("day", "demanded")} if "day" in read.shifts else set()
        return agreement(said, known)


def labelled(name: str) -> Iterator[Labelled]:
    """The sentences of one table."""
    for line in (SENTENCES / f"{name}.tsv").read_text("utf-8").splitlines():
        labels, sentence = line.split("\t")
        yield _labelled(labels.split(), sentence)


def measured(sentences: Iterable[Labelled]) -> Agreement:
    """All of them together."""
    return sum(
        (one.agreement() for one in sentences), Agreement(right=0, said=0, known=0)
    )


def _labelled(labels: Iterable[str], sentence: str) -> Labelled:
    asked: dict[str, Polarity] = {}
    values: dict[str, float] = {}
    either: set[str] = set()
    for label in labels:
        field, _, value = label.lstrip("?-~").partition("=")
        if label.startswith("?"):
            either.add(field)
        elif label != "none":
            asked[field] = _POLARITIES.get(label[0], "demanded")
        if value:
            values[field] = float(value)
    by_day = asked.pop("day", None) is not None
    return Labelled(
        sentence=sentence,
        asked=asked,
        values=values,
        either=frozenset(either),
        by_day=by_day,
    )

"""What we know of occupations, as vectors: what each is called and what it is.

A title is held against all of them at once. No text is kept: of a name remain its
direction and a hash, by which an equal name is known.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.encoder import BUNDLED, Encoder, ModelMissingError, load_encoder
from matching.encoder import weights_hash as hash_of
from matching.letters import LETTERS_FILE, load_letters, plain

OCCUPATIONS_FILE = "occupations.npz"
MODEL_FILES = (LETTERS_FILE, "*.safetensors", "tokenizer.json")
LARGEST = 127  # int8

Vectors = NDArray[np.float32]
Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each sign adds to an occupation's score: nats per unit of cosine.

    Chosen on names kept apart; what each gained stands in the model's README.
    """

    name: float = 3.0  # the most alike of its names, by letters
    names: float = 7.0  # the middle of all its names, by letters
    description: float = 1.0  # the middle of its sentences, by letters
    english: float = 1.5  # the middle of its English names, by letters
    names_by_words: float = 4.0
    description_by_words: float = 2.0
    equal_label: float = 2.0  # the title is a name of the classification
    equal_own: float = 1.0  # or one that we wrote
    title: float = 1.0  # what job boards call it counts before the classification


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Titles as both encoders see them, and their keys."""

    by_letters: Vectors
    by_words: Vectors
    keys: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """The two encoders: of names by their letters, of texts by their words."""

    letters: Encoder
    words: Encoder

    def see(self, titles: Sequence[str]) -> Seen:
        """Vectors and keys of titles."""
        return Seen(
            by_letters=self.letters.encode_query(titles),
            by_words=self.words.encode_query(titles),
            keys=keys_of(titles),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupations:
    """Occupations, unit groups and titles of job boards, in the order of `isco`.

    `names`: unit vectors by letters, those of an occupation together from its place in
    `starts` on; `keys`: a hash of each; `equal`: nats that an equal title adds.
    `by_letters`, `by_words`: the weighed sum of what else we know of each occupation;
    `before`: nats that it has before a title is seen.
    """

    isco: NDArray[np.str_]
    starts: NDArray[np.int64]
    names: Vectors
    keys: Keys
    equal: Vectors
    by_letters: Vectors
    by_words: Vectors
    before: Vectors

    @property
    def owners(self) -> NDArray[np.int64]:
        """The occupation of every name."""
        counts = np.diff(np.append(self.starts, len(self.names)))
        return np.repeat(np.arange(len(self.starts)), counts)


def scores(seen: Seen, known: Occupations, *, name: float = WEIGHTS.name) -> Vectors:
    """One row per title, one column per occupation: nats, higher is more likely."""
    alike = seen.by_letters @ known.names.T
    table: Vectors = np.maximum.reduceat(alike, known.starts, axis=1)
    table *= name
    table += seen.by_letters @ known.by_letters.T
    table += seen.by_words @ known.by_words.T + known.before
    for row, column, nats in equal_names(seen.keys, known):
        table[row, column] += nats
    return table


def equal_names(
    keys: Keys, known: Occupations
) -> list[tuple[int, NDArray[np.int64], Vectors]]:
    """Per title that is a known name: the occupations it names, and what that adds."""
    order = np.argsort(known.keys, kind="stable")
    ordered, owners = known.keys[order], known.owners[order]
    begins = np.searchsorted(ordered, keys, side="left")
    ends = np.searchsorted(ordered, keys, side="right")
    return [
        (row, owners[begin:end], known.equal[order[begin:end]])
        for row, (begin, end) in enumerate(zip(begins, ends, strict=True))
        if end > begin
    ]


def chances(table: Vectors) -> Vectors:
    """Scores as shares of one, row by row."""
    told = np.exp(table - table.max(axis=1, keepdims=True))
    shares: Vectors = told / told.sum(axis=1, keepdims=True)
    return shares


def keys_of(texts: Sequence[str]) -> Keys:
    """A hash of the letters alone: case, accents, spaces and hyphens do not count."""
    digests = (
        hashlib.blake2b(plain(text).replace(" ", "").encode(), digest_size=8).digest()
        for text in texts
    )
    return np.frombuffer(b"".join(digests), dtype="<u8").astype(np.uint64)


def unit(rows: Vectors) -> Vectors:
    """Rows of length one; zeros stay zeros."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    scaled: Vectors = (rows / lengths).astype(np.float32)
    return scaled


def load_eyes(folder: Path = BUNDLED) -> tuple[Eyes, str]:
    """Both encoders of a trained folder, and the hash of all their weights."""
    name = hash_of(folder, *MODEL_FILES)
    words = load_encoder(None if folder == BUNDLED else str(folder))
    return Eyes(letters=load_letters(folder, name), words=words), name


def store_occupations(
    known: Occupations, path: Path, *, model: str, calibration: Vectors
) -> None:
    """Write vectors as bytes with a scale per row: nothing measurable is lost."""
    tables: dict[str, Any] = {
        f"{field}_{part}": rows
        for field in ("names", "by_letters", "by_words")
        for part, rows in _small(getattr(known, field)).items()
    }
    np.savez_compressed(
        path,
        isco=known.isco,
        starts=known.starts.astype(np.int32),
        keys=known.keys,
        equal=known.equal.astype(np.float16),
        before=known.before.astype(np.float16),
        calibration=calibration,
        model=np.str_(model),
        **tables,
    )


def read_occupations(path: Path, *, model: str) -> tuple[Occupations, Vectors]:
    """What training wrote, with the calibration; refused when of another model."""
    if not path.is_file():
        raise ModelMissingError(f"{path.name} is not beside the model")
    with np.load(path, allow_pickle=False) as stored:
        if str(stored["model"]) != model:
            raise ModelMissingError(
                f"{path.name} was made with another model: `python -m matching.train`"
            )
        known = Occupations(
            isco=stored["isco"],
            starts=stored["starts"].astype(np.int64),
            names=unit(_large(stored, "names")),
            keys=stored["keys"],
            equal=stored["equal"].astype(np.float32),
            by_letters=_large(stored, "by_letters"),
            by_words=_large(stored, "by_words"),
            before=stored["before"].astype(np.float32),
        )
        return known, stored["calibration"].astype(np.float32)


def _small(rows: Vectors) -> dict[str, NDArray[np.generic]]:
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-12) / LARGEST
    return {
        "rows": np.round(rows / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
    }


def _large(stored: np.lib.npyio.NpzFile, field: str) -> Vectors:
    small: NDArray[np.int8] = stored[f"{field}_rows"]
    scales: Vectors = stored[f"{field}_scales"]
    return small.astype(np.float32) * scales

"""Reads a benchmark folder in MELO's format: titles, names of occupations, answers.

Four tables without a header line, columns apart by tabs: `queries.tsv` (key, title),
`corpus_elements.tsv` (key, name), `annotations.tsv` (title's key, 0, name's key, 1 if
right) and, if there, `concept_mapping.tsv` (name's key, occupation).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from matching.evaluation.gold import read_utf8
from schemas.errors import BadInputError

QUERIES, CORPUS = "queries.tsv", "corpus_elements.tsv"
ANNOTATIONS, MAPPING = "annotations.tsv", "concept_mapping.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Melo:
    """`right`: per title's key the keys of the names that mean it.

    `concepts`: the occupation of every name, or None where the folder has no mapping.
    """

    queries: Mapping[str, str]
    names: Mapping[str, str]
    right: Mapping[str, Set[str]]
    concepts: Mapping[str, str] | None


def read_melo(folder: Path) -> Melo:
    """Read the tables; BadInputError names the file and the line that is wrong."""
    queries, names = _pairs(folder / QUERIES), _pairs(folder / CORPUS)
    right = _answers(folder / ANNOTATIONS, queries, names)
    mapping = folder / MAPPING
    concepts = _pairs(mapping) if mapping.is_file() else None
    if not right:
        raise BadInputError(f"{ANNOTATIONS}: no title has a right answer")
    if concepts is not None and (lost := names.keys() - concepts.keys()):
        raise BadInputError(f"{MAPPING}: {min(lost)} has no occupation")
    return Melo(queries=queries, names=names, right=right, concepts=concepts)


def _answers(
    path: Path, queries: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, set[str]]:
    right: defaultdict[str, set[str]] = defaultdict(set)
    for number, (query, _, name, relevant) in _rows(path, 4):
        if query not in queries or name not in names:
            raise BadInputError(f"{path.name} line {number}: no such pair")
        if relevant != "0":
            right[query].add(name)
    return dict(right)


def _pairs(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, (key, value) in _rows(path, 2):
        if key in found:
            raise BadInputError(f"{path.name} line {number}: {key} stands twice")
        found[key] = value
    return found


def _rows(path: Path, columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    # Not splitlines: a name may hold a character that Python takes for a line's end.
    for number, line in enumerate(read_utf8(path).split("\n"), 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != columns:
            raise BadInputError(f"{path.name} line {number}: not {columns} columns")
        yield number, cells

"""The pieces of texts, counted once; how rare they are is weighed as the market is now.

New texts are counted alone and added; what has closed is taken out. The weights that
come of it are those of counting everything anew (`likeness.comparing.described`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import (
    CountVectorizer,
    TfidfTransformer,
    TfidfVectorizer,
)

from matching.likeness.comparing import LETTERS, WEIGHED, Counted
from matching.market.coded import Rows

ALWAYS = "werk"  # counted with the texts, so that there is always a piece
SPELLED: dict[str, Any] = {"analyzer": "char_wb", "ngram_range": LETTERS}


@dataclass(frozen=True, slots=True)
class Pieces:
    """How often each text has each piece, cut as `cut` says; `names` are sorted."""

    names: tuple[str, ...]
    counts: Any  # a sparse matrix of scipy: a row per text, a column per name
    cut: dict[str, Any]

    def taken(self, rows: Rows) -> "Pieces":
        """These texts alone."""
        return Pieces(self.names, self.counts[rows], self.cut)

    def with_more(self, more: "Pieces") -> "Pieces":
        """These texts, and after them those."""
        names = tuple(sorted({*self.names, *more.names}))
        places = {name: place for place, name in enumerate(names)}
        both = [_moved(one, places) for one in (self, more)]
        return Pieces(names, vstack(both, format="csr"), self.cut)


def pieces_of(titles: Sequence[str], tasks: Sequence[str]) -> tuple[Pieces, Pieces]:
    """The letters of the titles, and the words of the whole."""
    whole = [f"{title}. {told}" for title, told in zip(titles, tasks, strict=True)]
    return _pieces(titles, SPELLED), _pieces(whole, {})


def counted(pieces: Pieces) -> Counted:
    """The texts as weighed counts, by how many of them have each piece.

    `pieces` are `alive`; where they stand is kept once, for counts and weights alike.
    """
    counter = TfidfVectorizer(
        vocabulary={name: place for place, name in enumerate(pieces.names)},
        **pieces.cut,
        **WEIGHED,
    )
    always = CountVectorizer(
        vocabulary=pieces.names, **pieces.cut, **_plain()
    ).transform([ALWAYS])
    weighing = TfidfTransformer(sublinear_tf=WEIGHED["sublinear_tf"])
    weighing.fit(vstack([pieces.counts, always], format="csr"))
    counter.idf_ = weighing.idf_
    if not pieces.counts.shape[0]:
        return Counted(counter, csr_matrix(pieces.counts.shape, dtype=np.float32))
    return Counted(counter, _weighed(pieces.counts, weighing))


def _pieces(texts: Sequence[str], cut: dict[str, Any]) -> Pieces:
    counter = CountVectorizer(**cut, **_plain())
    counts = counter.fit_transform([*texts, ALWAYS])
    counts.sort_indices()
    return Pieces(tuple(counter.get_feature_names_out()), counts[:-1], cut)


def _plain() -> dict[str, Any]:
    return {name: WEIGHED[name] for name in ("strip_accents", "dtype")}


def _moved(pieces: Pieces, places: dict[str, int]) -> Any:  # noqa: ANN401 - scipy has no types
    """The same counts, each under the column that its name now has."""
    columns = np.array([places[name] for name in pieces.names], dtype=np.int32)
    old = pieces.counts
    shape = (old.shape[0], len(places))
    return csr_matrix((old.data, columns[old.indices], old.indptr), shape=shape)


def _weighed(counts: Any, weighing: TfidfTransformer) -> Any:  # noqa: ANN401 - as above
    counts.sort_indices()  # in order, nobody sorts what is shared
    weights = weighing.transform(counts).data
    return csr_matrix((weights, counts.indices, counts.indptr), shape=counts.shape)


def alive(pieces: Pieces) -> Pieces:
    """Without the pieces that no text has any more."""
    always = CountVectorizer(**pieces.cut, **_plain()).fit([ALWAYS])
    used = np.bincount(pieces.counts.indices, minlength=len(pieces.names)) > 0
    used |= np.isin(pieces.names, always.get_feature_names_out())
    if used.all():
        return pieces
    places = np.flatnonzero(used)
    names = tuple(pieces.names[place] for place in places)
    return Pieces(names, pieces.counts[:, places], pieces.cut)

"""The embedding model behind one small protocol; the only module that loads one."""

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from matching.threads import one_thread
from schemas.errors import NotThereError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

    Vectors = NDArray[np.float32]

BUNDLED = Path(__file__).parent / "model"
BUNDLED_NAME = "spoorzoeker-nl"
WEIGHT_FILES = ("*.safetensors", "tokenizer.json", "pytorch_model.bin")
BATCH = 1024


class ModelMissingError(NotThereError):
    """The embedding model cannot be loaded."""


class Encoder(Protocol):
    """Turns texts into unit vectors, one row of float32 each.

    `name` changes whenever the vectors would, so that stored ones are made anew.
    """

    @property
    def name(self) -> str:
        """The model, with a short hash of its weights where they lie on this disk."""

    def encode_query(self, texts: Sequence[str]) -> "Vectors":
        """What somebody looks for."""

    def encode_document(self, texts: Sequence[str]) -> "Vectors":
        """What is there to be found."""


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """Any sentence-transformers model."""

    name: str
    model: "SentenceTransformer"

    def encode_query(self, texts: Sequence[str]) -> "Vectors":
        """Vectors of wishes; a model with a prompt for queries uses it."""
        with self._threads():
            return _unit(
                self.model.encode_query(
                    list(texts), batch_size=BATCH, show_progress_bar=False
                )
            )

    def encode_document(self, texts: Sequence[str]) -> "Vectors":
        """Vectors of adverts; a model with a prompt for documents uses it."""
        with self._threads():
            return _unit(
                self.model.encode_document(
                    list(texts), batch_size=BATCH, show_progress_bar=False
                )
            )

    def _threads(self) -> AbstractContextManager[None]:
        """A static model only looks rows up: more threads cost more than they save."""
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding

        is_static = isinstance(self.model[0], StaticEmbedding)
        return one_thread() if is_static else nullcontext()


def load_encoder(name: str | None = None) -> Encoder:
    """The bundled model (None), or any sentence-transformers name or folder.

    The bundled one never touches the network. Loading costs seconds, most of them
    for importing torch.
    """
    folder = BUNDLED if name is None else Path(name)
    if name is None and not (folder / "modules.json").is_file():
        raise ModelMissingError(
            "the bundled model is not here; make it with `python -m matching.train`"
        )
    called = BUNDLED_NAME if name is None else folder.name
    if folder.is_dir():
        return SentenceEncoder(f"{called}-{weights_hash(folder)}", _load(str(folder)))
    return SentenceEncoder(str(name), _load(str(name)))


def tokenizer_of(encoder: Encoder) -> "Tokenizer":
    """What cuts texts for a model of the static kind, as the bundled one is."""
    if not isinstance(encoder, SentenceEncoder):
        raise ModelMissingError(f"{encoder.name} has no tokenizer of its own")
    return cast("Tokenizer", encoder.model[0].tokenizer)


@cache
def _load(source: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    local = Path(source).is_dir()
    try:
        model = SentenceTransformer(
            source, local_files_only=local, device="cpu" if local else None
        )
    except (OSError, ValueError, KeyError, ImportError) as why:
        raise ModelMissingError(f"the model {source} cannot be loaded: {why}") from why
    return model.float()


def _unit(rows: object) -> "Vectors":
    """Unit rows; a text without any known sub-word stays zero, alike to nothing."""
    import numpy as np

    raw = np.asarray(rows, dtype=np.float32)
    raw = raw.reshape(len(raw), -1)
    lengths = np.linalg.norm(raw, axis=1, keepdims=True)
    unit: Vectors = raw / np.maximum(lengths, np.float32(1e-12))
    return unit


def weights_hash(folder: Path, *names: str) -> str:
    """Ten hex digits that change with the weights and vocabulary, or with `names`."""
    digest = hashlib.sha256()
    for pattern in names or WEIGHT_FILES:
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def model_bytes(name: str | None = None) -> int | None:
    """What the model takes on this disk; None for one that does not lie in a folder."""
    folder = BUNDLED if name is None else Path(name)
    if not folder.is_dir():
        return None
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

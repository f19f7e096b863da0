"""What `spoorzoeker evaluate` does."""

import time
from collections.abc import Callable
from pathlib import Path

from matching.encoder import load_encoder, model_bytes
from matching.evaluation.by_occupation import load_by_occupation
from matching.evaluation.evaluating import Report, Tools, Understand, evaluate
from matching.evaluation.gold import read_gold
from matching.evaluation.linking import ByEncoder, measure
from matching.evaluation.melo import read_melo
from matching.linking import load_linker
from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places, dutch_postcodes
from schemas.settings import from_environment


def evaluate_gold(
    folder: Path, understanding: Callable[[Gazetteer], Understand]
) -> Report:
    """Read the set in `folder` and measure everything; needs no database."""
    gold = read_gold(folder)
    gazetteer = Gazetteer(dutch_places(), dutch_postcodes(fetch=False))
    tools = Tools(
        understand=understanding(gazetteer),
        encoder=load_encoder(from_environment().model),
        link=load_linker().link,
        gazetteer=gazetteer,
    )
    return evaluate(gold, tools)


def evaluate_linking(folder: Path) -> dict[str, object]:
    """Rank the names in `folder` for its titles by the model of the settings.

    The bundled one brings what we know of occupations; another ranks by cosine alone.
    """
    melo = read_melo(folder)
    name = from_environment().model
    encoder = load_encoder(name)
    ranker = ByEncoder(encoder) if name else load_by_occupation()
    begun = time.monotonic()
    return {
        **measure(melo, ranker),
        "model": encoder.name,
        "model_bytes": model_bytes(name),
        "seconds": round(time.monotonic() - begun, 2),
    }

"""What `spoorzoeker evaluate` does."""

from collections.abc import Callable
from pathlib import Path

from matching.encoder import load_encoder
from matching.evaluation.evaluating import Report, Tools, Understand, evaluate
from matching.evaluation.gold import read_gold
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

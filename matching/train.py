"""Trains the bundled Dutch embedding: `python -m matching.train ESCO_DIR`."""

import shutil
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click
from rich.console import Console
from rich.progress import Progress, TaskID
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding

from matching.encoder import BUNDLED
from matching.letters import LetterEncoder, store_letters
from matching.occupations import (
    OCCUPATIONS_FILE,
    Vectors,
    load_eyes,
    store_occupations,
)
from matching.training.card import write_card
from matching.training.esco import Esco, EscoMissingError, read_esco
from matching.training.knowing import make_occupations
from matching.training.learning import LETTERS, WORDS
from matching.training.lesson import (
    EachStep,
    Learnt,
    Recipes,
    all_known,
    rehearse,
    teach_letters,
    teach_words,
)
from matching.training.own_names import board_concepts, with_own_names


class _Numbers(TypedDict):
    steps: int
    seed: int
    threads: int


FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("esco_dir", type=FOLDER)
@click.option("--out", type=click.Path(path_type=Path), default=BUNDLED, help="Folder.")
@click.option(
    "--date",
    "made_on",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="For the card.",
)
@click.option("--steps", default=WORDS.steps, show_default=True, help="Per training.")
@click.option("--seed", default=WORDS.seed, show_default=True)
@click.option(
    "--threads",
    default=WORDS.threads,
    show_default=True,
    help="Part of the recipe: another number gives other last decimals.",
)
def main(
    esco_dir: Path, out: Path, made_on: datetime, **numbers: Unpack[_Numbers]
) -> None:
    """Train the embedding and the title linker on the ESCO files in ESCO_DIR.

    Trains both twice: once without some names, to measure and calibrate, and once with
    all. Deterministic on the CPU; a quarter of an hour on one core. The folder
    (default: the bundled one) is replaced at the end, or left as it was.
    """
    started = time.monotonic()
    try:
        esco = read_esco(esco_dir)
    except EscoMissingError as missing:
        raise click.UsageError(str(missing)) from missing
    recipes = Recipes(
        words=replace(WORDS, **numbers), letters=replace(LETTERS, **numbers)
    )
    train(esco, out, recipes, made_on=made_on.date())
    click.echo(f"{out} made in {time.monotonic() - started:.0f} s", err=True)


def train(esco: Esco, out: Path, recipes: Recipes, *, made_on: date) -> None:
    """Rehearse, train and write the folder."""
    steps = recipes.words.steps + recipes.letters.steps
    with _progress() as progress:
        rehearsal = progress.add_task("rehearsal", total=steps)
        training = progress.add_task("training", total=steps)
        figures, calibration = rehearse(esco, recipes, _telling(progress, rehearsal))
        progress.console.print(f"on names kept apart: {figures}", soft_wrap=True)
        boards = board_concepts(esco.groups)
        known = replace(esco, occupations=with_own_names(esco.occupations))
        tell = _telling(progress, training)
        words = teach_words(known, boards, recipes.words, tell)
        letters = teach_letters(known, boards, recipes.letters, tell)
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    _save(words, letters, fresh)
    _save_occupations(esco, calibration, fresh)
    write_card(fresh, esco, recipes, figures=figures, made_on=made_on)
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def _save(words: Learnt, letters: LetterEncoder, folder: Path) -> None:
    module = StaticEmbedding(words.tokenizer, words.rows.astype("float16"))
    model = SentenceTransformer(modules=[module], device="cpu")
    model.save(str(folder), create_model_card=False)
    (folder / "model.safetensors").chmod(0o644)  # safetensors writes for itself alone
    store_letters(letters.table, folder)


def _save_occupations(esco: Esco, calibration: Vectors, folder: Path) -> None:
    """Occupations are seen with the weights as they are stored."""
    eyes, model = load_eyes(folder)
    store_occupations(
        make_occupations(all_known(esco), eyes),
        folder / OCCUPATIONS_FILE,
        model=model,
        calibration=calibration,
    )


def _progress() -> Progress:
    """Bars on a terminal, silence in a pipe."""
    console = Console(stderr=True)
    return Progress(console=console, disable=not console.is_terminal)


def _telling(progress: Progress, bar: TaskID) -> EachStep:
    def told(loss: float) -> None:
        name = progress.tasks[bar].description.split()[0]
        progress.update(bar, advance=1, description=f"{name} (loss {loss:.2f})")

    return told


if __name__ == "__main__":
    main()

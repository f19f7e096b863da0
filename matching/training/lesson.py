"""One training from texts to weights, and the rehearsal that measures it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from matching.evaluation.by_occupation import ByOccupation
from matching.letters import LetterEncoder
from matching.occupations import Eyes, Vectors
from matching.training.esco import Concept, Esco
from matching.training.gains import gains, orders
from matching.training.held_out import Question, hold_out
from matching.training.knowing import (
    Named,
    calibrate,
    linked_right,
    make_occupations,
)
from matching.training.learning import Recipe, Rows, learn
from matching.training.letter_rows import letter_rows
from matching.training.own_names import board_titles, titles_alone, with_own_names
from matching.training.scoring import embed
from matching.training.tasks import tasks_of, texts_of
from matching.training.tokens import learn_tokenizer

HELD_OUT = 1500

EachStep = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipes:
    """How both models are made: of texts by their words, of names by their letters."""

    words: Recipe
    letters: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Weights as they will be stored (float16) and the vocabulary they belong to."""

    rows: Rows
    tokenizer: Tokenizer

    name: str = "words"

    def encode_query(self, texts: Sequence[str]) -> Rows:
        """Unit vectors of texts by these weights."""
        return embed(self.rows, self.tokenizer, texts)

    def encode_document(self, texts: Sequence[str]) -> Rows:
        """The same."""
        return self.encode_query(texts)


def teach_words(
    esco: Esco, boards: Sequence[Concept], recipe: Recipe, each_step: EachStep
) -> Learnt:
    """Learn the vocabulary, then the weights."""
    texts = [*texts_of(esco), *(t for board in boards for t in board.labels)]
    tokenizer = learn_tokenizer(texts, size=recipe.vocabulary)

    def rows_of(text: str) -> NDArray[np.int64]:
        found = tokenizer.encode(text, add_special_tokens=False).ids
        return np.array(found or [0], dtype=np.int64)

    rows = learn(tasks_of(esco, boards), rows_of, recipe, each_step)
    stored = rows[: tokenizer.get_vocab_size()].astype(np.float16).astype(np.float32)
    return Learnt(rows=stored, tokenizer=tokenizer)


def teach_letters(
    esco: Esco, boards: Sequence[Concept], recipe: Recipe, each_step: EachStep
) -> LetterEncoder:
    """Learn what groups of letters mean."""
    table = learn(tasks_of(esco, boards), letter_rows, recipe, each_step)
    return LetterEncoder("letters", table)


def rehearse(
    esco: Esco, recipes: Recipes, each_step: EachStep
) -> tuple[dict[str, Any], Vectors]:
    """Train without some names and measure on them; also calibrates the linker.

    The job-board titles stay out of this training too, so that each can serve as an
    unseen name beside the others.
    """
    named = with_own_names(esco.occupations)
    kept, questions = hold_out(named, size=HELD_OUT, seed=recipes.words.seed)
    without = replace(esco, occupations=tuple(kept))
    words = teach_words(without, (), recipes.words, each_step)
    letters = teach_letters(without, (), recipes.letters, each_step)
    eyes = Eyes(letters=letters, words=words)
    known = make_occupations([*kept, *esco.groups, *titles_alone()], eyes)
    unseen = [_named(question, kept) for question in questions]
    boards = [*board_names()]
    calibration = calibrate(known, [*unseen, *boards], eyes)
    figures = {
        "questions": len(questions),
        "names": gains(kept, esco.groups, questions, eyes),
        "orders": orders(kept, questions, ByOccupation(eyes=eyes, known=known)),
        "linking": {
            "held_out_names": linked_right(known, calibration, unseen, eyes),
            "job_board_titles": linked_right(known, calibration, boards, eyes),
        },
    }
    return figures, calibration


def all_known(esco: Esco) -> list[Concept]:
    """Every occupation, unit group and title of a job board that we know."""
    return [*with_own_names(esco.occupations), *esco.groups, *titles_alone()]


def board_names() -> Iterator[Named]:
    """The titles of job boards with their unit group."""
    for isco, titles in board_titles().items():
        for title in titles:
            yield Named(isco=isco, text=title)


def _named(question: Question, concepts: Sequence[Concept]) -> Named:
    return Named(isco=concepts[question.concept].isco or "", text=question.label)

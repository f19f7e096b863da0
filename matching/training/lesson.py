"""One training from texts to weights, and the rehearsal that measures it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from matching.linking import Anchors
from matching.training import anchors as links
from matching.training.anchors import Embed, Name
from matching.training.esco import Concept, Esco
from matching.training.held_out import Question, hold_out
from matching.training.learning import Recipe, Rows, learn
from matching.training.own_names import with_own_names
from matching.training.scoring import by_characters, by_rows, embed, measure
from matching.training.tasks import tasks_of, texts_of
from matching.training.tokens import learn_tokenizer

HELD_OUT = 1000

EachStep = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Weights as they will be stored (float16) and the vocabulary they belong to."""

    rows: Rows
    tokenizer: Tokenizer

    @property
    def embed(self) -> Embed:
        """Unit vectors of texts by these weights."""
        return partial(embed, self.rows, self.tokenizer)


def teach(
    esco: Esco, boards: Sequence[Concept], recipe: Recipe, each_step: EachStep
) -> Learnt:
    """Learn the vocabulary, then the weights."""
    texts = [*texts_of(esco), *(t for board in boards for t in board.labels)]
    tokenizer = learn_tokenizer(texts, size=recipe.vocabulary)
    rows = learn(tasks_of(esco, boards), tokenizer, recipe, each_step)
    stored = rows.astype(np.float16).astype(np.float32)
    return Learnt(rows=stored, tokenizer=tokenizer)


def rehearse(
    esco: Esco, recipe: Recipe, each_step: EachStep
) -> tuple[dict[str, Any], Anchors]:
    """Train without some names and measure on them; also calibrates the linker.

    The job-board titles stay out of this training too, so that they can serve as
    unseen names.
    """
    occupations = with_own_names(esco.occupations)
    kept, questions = hold_out(occupations, size=HELD_OUT, seed=recipe.seed)
    known = [*kept, *esco.groups]
    learnt = teach(replace(esco, occupations=tuple(kept)), (), recipe, each_step)
    made = links.make_anchors([*links.names_of(known)], learnt.embed)
    unseen = [_name(question, kept) for question in questions]
    made = links.calibrate(made, [*unseen, *links.own_titles()], learnt.embed)
    ours = measure(by_rows(learnt.rows, learnt.tokenizer), known, questions)
    figures = {
        "questions": len(questions),
        "ours": asdict(ours),
        "char_tfidf": asdict(measure(by_characters, known, questions)),
        "linking_held_out_labels": links.share_right(made, unseen, learnt.embed),
        "linking_job_board_titles": links.share_right(
            made, links.own_titles(), learnt.embed
        ),
    }
    return figures, made


def final_anchors(esco: Esco, learnt: Learnt, rehearsed: Anchors) -> Anchors:
    """All names as anchors, read with the curve of the rehearsal."""
    occupations = with_own_names(esco.occupations)
    names = [*links.names_of([*occupations, *esco.groups]), *links.own_titles()]
    made = links.make_anchors(names, learnt.embed)
    return replace(made, calibration=rehearsed.calibration)


def _name(question: Question, concepts: Sequence[Concept]) -> Name:
    return Name(isco=concepts[question.concept].isco or "", text=question.label)

"""The training itself: in-batch contrast, on the CPU, the same at every run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import EmbeddingBag
from torch.nn.functional import cross_entropy, normalize

from matching.letters import ROWS
from matching.training.tasks import Batch, Task

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every number that decides the result; written into the model card."""

    vocabulary: int
    dimensions: int
    widths: tuple[int, ...]  # Matryoshka: a prefix must serve too
    steps: int = 600
    batch: int = 512
    learning_rate: float = 0.02
    temperature: float
    dropout: float
    seed: int = 20261121
    threads: int = 1


# Of whole texts by their sub-words, and of names by their letters.
WORDS = Recipe(
    vocabulary=8000, dimensions=256, widths=(128, 256), temperature=0.1, dropout=0.1
)
LETTERS = Recipe(
    vocabulary=ROWS, dimensions=128, widths=(64, 128), temperature=0.06, dropout=0.15
)

RowsOf = Callable[[str], NDArray[np.int64]]  # the rows whose mean a text is


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """The weights while they are learnt, with what turns text into rows of them."""

    bag: EmbeddingBag
    rows_of: RowsOf
    random: np.random.Generator
    dropout: float
    known: dict[str, NDArray[np.int64]]

    def embed(self, texts: Sequence[str]) -> Tensor:
        """The mean of the texts' rows, some of them dropped at random."""
        rows = [self._ids(text) for text in texts]
        lengths = np.array([len(row) for row in rows])
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        ids, starts = torch.from_numpy(np.concatenate(rows)), torch.from_numpy(offsets)
        means: Tensor = self.bag(ids, starts)
        return means

    def _ids(self, text: str) -> NDArray[np.int64]:
        if text not in self.known:
            self.known[text] = self.rows_of(text)
        ids = self.known[text]
        kept = ids[self.random.random(len(ids)) >= self.dropout]
        return kept if len(kept) else ids


def learn(
    tasks: Sequence[Task],
    rows_of: RowsOf,
    recipe: Recipe,
    each_step: Callable[[float], None],
) -> Rows:
    """Train and return `vocabulary` rows of float32; tells the loss of each step."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.use_deterministic_algorithms(mode=True)
    bag = EmbeddingBag(recipe.vocabulary, recipe.dimensions, mode="mean")
    torch.nn.init.normal_(bag.weight, std=0.1)
    pupil = Pupil(
        bag=bag,
        rows_of=rows_of,
        random=np.random.default_rng(recipe.seed),
        dropout=recipe.dropout,
        known={},
    )
    optimizer = torch.optim.Adam(bag.parameters(), lr=recipe.learning_rate)
    schedule = torch.optim.lr_scheduler.LinearLR(
        optimizer, start_factor=1.0, end_factor=0.05, total_iters=recipe.steps
    )
    for _ in range(recipe.steps):
        optimizer.zero_grad()
        loss = sum_of_losses(pupil, tasks, recipe)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        each_step(float(loss.detach()))
    rows: Rows = bag.weight.detach().numpy().copy()
    return rows


def sum_of_losses(pupil: Pupil, tasks: Sequence[Task], recipe: Recipe) -> Tensor:
    """One batch of every task, weighed."""
    total = torch.zeros(())
    for task in tasks:
        size = max(16, round(recipe.batch * min(1.0, 2 * task.weight)))
        batch = task.draw(pupil.random, size)
        total = total + task.weight * _contrast(pupil, batch, recipe)
    return total


def _contrast(pupil: Pupil, batch: Batch, recipe: Recipe) -> Tensor:
    """Each left text must find its right one among all in the batch, and back."""
    left, right = pupil.embed(batch.left), pupil.embed(batch.right)
    concepts = torch.from_numpy(batch.concepts)
    same = concepts[:, None] == concepts[None, :]
    same.fill_diagonal_(False)  # noqa: FBT003 - torch's own signature
    target = torch.arange(len(batch.left))
    losses = []
    for width in recipe.widths:
        ours = normalize(left[:, :width], dim=1)
        theirs = normalize(right[:, :width], dim=1)
        scores = (ours @ theirs.T / recipe.temperature).masked_fill(same, -1e4)
        losses += [cross_entropy(scores, target), cross_entropy(scores.T, target)]
    return torch.stack(losses).mean()

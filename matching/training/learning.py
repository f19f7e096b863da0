"""The training itself: in-batch contrast, on the CPU, the same at every run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import EmbeddingBag
from torch.nn.functional import cross_entropy, normalize

from matching.training.tasks import Batch, Task

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every number that decides the result; written into the model card."""

    vocabulary: int = 8000
    dimensions: int = 256
    widths: tuple[int, ...] = (128, 256)  # Matryoshka: a prefix must serve too
    steps: int = 700
    batch: int = 512
    learning_rate: float = 0.02
    temperature: float = 0.1
    dropout: float = 0.1
    seed: int = 20261121
    threads: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """The weights while they are learnt, with what turns text into rows of them."""

    bag: EmbeddingBag
    tokenizer: Tokenizer
    random: np.random.Generator
    dropout: float
    known: dict[str, NDArray[np.int64]]

    def embed(self, texts: Sequence[str]) -> Tensor:
        """The mean of the texts' sub-words, some of them dropped at random."""
        rows = [self._ids(text) for text in texts]
        lengths = np.array([len(row) for row in rows])
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        ids, starts = torch.from_numpy(np.concatenate(rows)), torch.from_numpy(offsets)
        means: Tensor = self.bag(ids, starts)
        return means

    def _ids(self, text: str) -> NDArray[np.int64]:
        if text not in self.known:
            found = self.tokenizer.encode(text, add_special_tokens=False).ids
            self.known[text] = np.array(found or [0], dtype=np.int64)
        ids = self.known[text]
        kept = ids[self.random.random(len(ids)) >= self.dropout]
        return kept if len(kept) else ids


def learn(
    tasks: Sequence[Task],
    tokenizer: Tokenizer,
    recipe: Recipe,
    each_step: Callable[[float], None],
) -> Rows:
    """Train and return one row of float32 per sub-word; tells the loss of each step."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.use_deterministic_algorithms(mode=True)
    bag = EmbeddingBag(tokenizer.get_vocab_size(), recipe.dimensions, mode="mean")
    torch.nn.init.normal_(bag.weight, std=0.1)
    pupil = Pupil(
        bag=bag,
        tokenizer=tokenizer,
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

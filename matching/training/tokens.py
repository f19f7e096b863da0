"""The sub-word vocabulary of the model, learnt from the training texts."""

import json
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "<unk>"
NOT_A_WORD = Regex(r"[^\p{L}\p{N}+#]+")  # + and # stay: C++, C#
DECIMALS = 6
A_HAIR = 2e-4


def learn_tokenizer(texts: Iterable[str], *, size: int) -> Tokenizer:
    """A Unigram vocabulary of about `size` sub-words, the same at every run."""
    tokenizer = Tokenizer(models.Unigram())
    _add_normalising(tokenizer)
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    learnt = json.loads(tokenizer.to_str())["model"]["vocab"]
    ordered = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *_settled(learnt)], unk_id=0))
    _add_normalising(ordered)
    return ordered


def _settled(learnt: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Sub-words in a fixed order with fixed scores.

    The trainer's own order and last decimals change with every run, and letters that
    are equally frequent get scores a hair apart in any order: those become equal.
    """
    level = 0.0
    last = 0.0
    settled: list[tuple[str, float]] = []
    for word, score in sorted(learnt, key=lambda pair: -pair[1]):
        if len(word) == 1:
            level = level if last - score <= A_HAIR else score
            last = score
        settled.append((word, round(level if len(word) == 1 else score, DECIMALS)))
    known = [pair for pair in settled if pair[0] != UNKNOWN]
    return sorted(known, key=lambda pair: (-pair[1], pair[0]))


def _add_normalising(tokenizer: Tokenizer) -> None:
    """Lower case, no accents, no punctuation; a word starts with a mark."""
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace(NOT_A_WORD, " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()

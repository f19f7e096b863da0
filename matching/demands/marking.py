"""Marks: numbers for the words of phrases, so that sentences are sifted quickly."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from matching.demands.phrasing import Anchors, compile_phrase, is_everywhere, required

# Words seen so far with their marks; a market has some tens of thousands.
REMEMBERED = 32_768
_WORD = re.compile(r"[a-z]+|\d+")
# What is longer than this is no sentence and no word, and must not fill the memory.
LONGEST_SENTENCE, LONGEST_WORD = 1000, 60


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Words to look for: `needs` are the marks a sentence has if they may be there."""

    needs: frozenset[int]
    phrase: str
    sets: Mapping[str, str] = field(repr=False)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase, compiled when first asked for: most are never tried."""
        return _compiled(self)

    def stands(self, text: str, span: tuple[int, int], marks: Set[int]) -> bool:
        """Whether the words stand in a sentence that has these marks."""
        return self.needs <= marks and self.pattern.search(text, *span) is not None


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return compile_phrase(pattern.phrase, pattern.sets)


def words_of(sentence: str) -> Sequence[str]:
    """The words of a sentence; with the dashes and commas that stick to them."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence.split()
    return [word for word in _WORD.findall(sentence) if len(word) <= LONGEST_WORD]


@dataclass(frozen=True, slots=True)
class Marking:
    """Gives each word of each phrase its mark, once, while the lexicon is read."""

    sets: Mapping[str, str]
    numbers: dict[Anchors, int] = field(default_factory=dict)

    def pattern(self, phrase: str) -> Pattern:
        """A phrase as a pattern, with the marks of all its telling words."""
        first, *others = required(phrase, self.sets)
        telling = [
            first,
            *(anchors for anchors in others if not is_everywhere(anchors)),
        ]
        needs = frozenset(self._number(anchors) for anchors in telling)
        return Pattern(needs, phrase, self.sets)

    def trap(self, phrase: str) -> Pattern:
        """A phrase that seldom matters: only its rarest word leaves a mark."""
        return Pattern(frozenset({self.lead(phrase)}), phrase, self.sets)

    def lead(self, phrase: str) -> int:
        """The mark of the rarest word of a phrase."""
        return self._number(required(phrase, self.sets)[0])

    def marks_of(self) -> "Marks":
        """What marks a word leaves; ask for it when all phrases have been seen."""
        return Marks(*(self._by_word(k) for k in ("whole", "start", "inside")))

    def _by_word(self, kind: str) -> Mapping[str, Sequence[int]]:
        table: dict[str, list[int]] = {}
        for anchors, number in self.numbers.items():
            for anchor in anchors:
                if anchor.kind == kind:
                    table.setdefault(anchor.word, []).append(number)
        return table

    def _number(self, anchors: Anchors) -> int:
        return self.numbers.setdefault(anchors, len(self.numbers))


class Marks(dict[str, frozenset[int]]):
    """The marks that words leave, found once per word as written."""

    def __init__(
        self,
        whole: Mapping[str, Sequence[int]],
        start: Mapping[str, Sequence[int]],
        inside: Mapping[str, Sequence[int]],
    ) -> None:
        super().__init__()
        self._whole = whole
        self._start = start
        self._inside = inside

    def __missing__(self, written: str) -> frozenset[int]:
        """Read the word; a full memory starts anew."""
        if len(self) >= REMEMBERED:
            self.clear()
        found: set[int] = set()
        for word in _WORD.findall(written):
            found.update(self._whole.get(word, ()))
            for size in range(1, len(word) + 1):
                found.update(self._start.get(word[:size], ()))
            for part, numbers in self._inside.items():
                if part in word:
                    found.update(numbers)
        self[written] = frozenset(found)
        return self[written]

"""The measures themselves: pure counting over what we said and what was known."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from schemas.match import Verdict

VERDICTS: tuple[Verdict, ...] = ("past", "uitzoeken", "past_niet")
SHOWN, FIRST = 10, 5  # the length of the first page, and of what is read first
WORTH_PROPOSING = 2  # from this relevance on

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How what we said agrees with what was known."""

    right: int
    said: int
    known: int

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            right=self.right + other.right,
            said=self.said + other.said,
            known=self.known + other.known,
        )

    @property
    def precision(self) -> float:
        """Share of what we said that is right."""
        return share(self.right, self.said)

    @property
    def recall(self) -> float:
        """Share of what was known that we said."""
        return share(self.right, self.known)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return share(2 * self.right, self.said + self.known)


def agreement(said: Collection[object], known: Collection[object]) -> Agreement:
    """Compare two sets of answers."""
    ours, theirs = set(said), set(known)
    return Agreement(right=len(ours & theirs), said=len(ours), known=len(theirs))


def share(part: float, whole: float) -> float:
    """A share to four decimals; of nothing, everything is right."""
    return round(part / whole, 4) if whole else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictMeasures:
    """`confusion`: per expert's verdict, how often we gave each."""

    must_exclude_recall: float
    wrong_exclude_rate: float
    silent_pass_rate: float
    confusion: Mapping[str, Mapping[str, int]]


def verdict_measures(pairs: Sequence[tuple[Verdict, Verdict]]) -> VerdictMeasures:
    """Of (expert's, ours): who must be out, who may not be, and what passed unasked."""
    counted = Counter(pairs)
    confusion: dict[str, dict[str, int]] = {
        theirs: {ours: counted[theirs, ours] for ours in VERDICTS}
        for theirs in VERDICTS
    }
    out = confusion["past_niet"]
    fit, unsure = confusion["past"], confusion["uitzoeken"]
    wrongly = fit["past_niet"] + unsure["past_niet"]
    return VerdictMeasures(
        must_exclude_recall=share(out["past_niet"], sum(out.values())),
        wrong_exclude_rate=_rate(wrongly, sum(fit.values()) + sum(unsure.values())),
        silent_pass_rate=_rate(unsure["past"], sum(unsure.values())),
        confusion=confusion,
    )


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def ndcg(shown: Sequence[int], available: Sequence[int], cut: int = SHOWN) -> float:
    """Discounted gain (2^relevance - 1) of what is shown, to the best there is."""
    best = _gain(sorted(available, reverse=True)[:cut])
    return _gain(shown[:cut]) / best if best else 1.0


def precision(shown: Sequence[int], cut: int = FIRST) -> float:
    """Share of the first places with work worth proposing."""
    return sum(one >= WORTH_PROPOSING for one in shown[:cut]) / cut


def _gain(relevances: Sequence[int]) -> float:
    gains = ((2.0**one - 1) / log2(at + 2) for at, one in enumerate(relevances))
    return sum(gains)

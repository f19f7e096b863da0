"""The figures of an evaluation as lines for a person, and the bars they must reach."""

from collections.abc import Iterator, Mapping
from typing import Any

# What is asked of a gold set: (at least or at most, figure).
BARS: Mapping[str, tuple[str, float]] = {
    "demands.f1": (">=", 0.90),
    "demands.quotes_exact": (">=", 1.0),
    "demands.values_right": (">=", 0.95),
    "verdicts.must_exclude_recall": (">=", 0.98),
    "verdicts.wrong_exclude_rate": ("<=", 0.02),
    "verdicts.silent_pass_rate": ("<=", 0.05),
    "ranking.ndcg_at_10": (">=", 0.85),
    "ranking.precision_at_5": (">=", 0.80),
    "ranking.past_niet_in_top_10": ("<=", 0.0),
}
FACT_BAR = 0.95


def missed(figures: Mapping[str, Any]) -> list[str]:
    """Every bar that is not reached, in one line each."""
    lines = []
    for name, (sign, bar) in _bars(figures).items():
        figure = _figure(figures, name)
        if (figure < bar) if sign == ">=" else (figure > bar):
            lines.append(f"{name} {figure:g}, must be {sign} {bar:g}")
    return lines


def lines(figures: Mapping[str, Any], front: str = "") -> Iterator[str]:
    """One figure a line, by its full name."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from lines(value, f"{front}{name}.")
        else:
            yield f"{front}{name}\t{value}"


def _bars(figures: Mapping[str, Any]) -> dict[str, tuple[str, float]]:
    facts = {f"facts.{fact}": (">=", FACT_BAR) for fact in figures["facts"]}
    measured = {n: bar for n, bar in BARS.items() if n.split(".")[0] in figures}
    return {**facts, **measured}


def _figure(figures: Mapping[str, Any], name: str) -> float:
    found: Any = figures
    for key in name.split("."):
        found = found[key]
    return float(found)

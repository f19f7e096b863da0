"""Sentences for a made market, put together from a pool of words."""

import random
import re
import tomllib
from pathlib import Path

POOL = tomllib.loads((Path(__file__).parent / "wording_pool.toml").read_text())
MONTHS = ("november", "december", "januari 2027")


class Wording:
    """Chooses words; the same seed chooses the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def _house(self, employer: str) -> tuple[str, ...]:
        chosen = self.random.sample(POOL["house"], self.random.randint(3, 6))
        return tuple(self._choose(s).replace("<werkgever>", employer) for s in chosen)

    def _some(self, pool: str, least: int, most: int) -> tuple[str, ...]:
        chosen = self.random.sample(POOL[pool], self.random.randint(least, most))
        return self._write(chosen)

    def _write(self, sentences: list[str]) -> tuple[str, ...]:
        return tuple(self._choose(self._longer(sentence)) for sentence in sentences)

    def _longer(self, sentence: str) -> str:
        """More often than not with a subordinate clause that any job could have."""
        if not sentence.endswith(".") or self.random.random() > 0.6:
            return sentence
        return f"{sentence[:-1]}, {self.random.choice(POOL['clause'])}."

    def _choose(self, sentence: str) -> str:
        pick = self.random
        chosen = re.sub(
            r"\{([^}]*)\}", lambda m: pick.choice(m[1].split("|")), sentence
        )
        numbers = {"<getal>": (5, 60), "<klein>": (2, 9), "<niveau>": (2, 4), "<jaar>": (2015, 2025), "<d>": (0, 9)}  # fmt: skip
        for hole, (low, high) in numbers.items():
            while hole in chosen:
                chosen = chosen.replace(hole, str(pick.randint(low, high)), 1)
        return chosen

    def _most(self, lines: tuple[str, ...]) -> list[str]:
        """Most of the lines; now and then one in other words."""
        kept = [line for line in lines if self.random.random() < 0.9] or list(lines)
        return [
            self._reworded(line) if self.random.random() < 0.15 else line
            for line in kept
        ]

    def _reworded(self, line: str) -> str:
        return re.sub(
            r"^Je ", self.random.choice(("Jij ", "Ook ga je ", "Verder: je ")), line
        )

    def _noisy(self, title: str) -> str:
        tail = self.random.choice(
            ("", "", " (m/v/x)", " m/v", " per direct", " - fulltime")
        )
        return title + tail

    def _day(self) -> str:
        return f"{self.random.randint(1, 28)} {self.random.choice(MONTHS)}"

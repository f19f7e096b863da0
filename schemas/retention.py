"""How long each kind of data is kept, as `retention.toml` has it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GRACE_DAYS = 30  # after the end of a traject was recorded, before anything of it goes


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long something is kept after a moment; without one: see `text`."""

    name: str
    after: str = ""
    months: int = 0
    days: int = 0
    source: str = ""
    text: str = ""

    @property
    def in_words(self) -> str:
        """The term as a sentence part."""
        if self.text:
            return self.text
        length = f"{self.months} months" if self.months else f"{self.days} days"
        return f"{length} after {self.after}"


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its name, as delivered."""
    path = Path(__file__).with_name("retention.toml")
    with path.open("rb") as file:
        read = tomllib.load(file)
    return {name: Term(name=name, **facts) for name, facts in read.items()}

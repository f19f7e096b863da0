"""A bounded memory of what texts say that come back, as most of an employer's do."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LONGEST = 300  # characters; what is longer seldom comes back


class Memory(dict[str, T]):
    """What `make` makes of a text, made once as long as the text keeps coming back.

    It holds two generations of at most `most` texts each: when the younger is full, the
    older is forgotten, and what is then still asked for belongs to the younger again.
    """

    def __init__(self, make: Callable[[str], T], most: int) -> None:
        super().__init__()
        self.made = 0
        self._make, self._most = make, most
        self._old: dict[str, T] = {}

    def __missing__(self, text: str) -> T:
        found = self._old.get(text)
        if found is None:
            found = self._make(text)
            self.made += 1
        if len(text) <= LONGEST:
            if len(self) >= self._most:
                self._old = dict(self)
                self.clear()
            self[text] = found
        return found

    def forget(self) -> None:
        """Begin anew."""
        self.clear()
        self._old = {}

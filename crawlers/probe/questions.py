"""Asking a site a few things: each address once, and never more than we need."""

from collections.abc import Callable
from typing import Protocol

from crawlers.collecting.fetched import Fetched, Meaning, meaning_of
from crawlers.platforms.base import Visit
from schemas.source import RunStatus

MOST = 60  # requests; a probe that needs more does not get them
STATUSES: dict[Meaning, RunStatus] = {
    "missing": "gone",
    "refused": "blocked",
    "blocked": "blocked",
}


class NoAnswerError(Exception):
    """A page that cannot be had; `http_status` is 404 and the like, or 0 for none."""

    def __init__(self, status: RunStatus, error: str, http_status: int = 0) -> None:
        super().__init__(error)
        self.status: RunStatus = status
        self.http_status = http_status


class Fetching(Protocol):
    """Fetches an address; with `payload` that JSON is sent along, as a POST."""

    async def __call__(self, url: str, payload: str | None = None) -> Fetched:
        """Raises NoAnswerError when nothing comes back at all."""
        ...


class Questions:
    """Remembers every answer; `told` hears each address before it is asked for."""

    def __init__(
        self,
        fetch: Fetching,
        *,
        most: int = MOST,
        told: Callable[[str], None] | None = None,
    ) -> None:
        self._fetch = fetch
        self._most = most
        self._told = told
        self._answers: dict[tuple[str, str | None], Fetched | NoAnswerError] = {}
        self.reached = False  # whether any page came as it should

    @property
    def asked(self) -> int:
        """How many requests it took so far."""
        return len(self._answers)

    def knows(self, url: str) -> bool:
        """Whether this address was asked for before, and answered."""
        return isinstance(self._answers.get((url, None)), Fetched)

    async def whatever(self, url: str, payload: str | None = None) -> Fetched:
        """The answer, whatever its status; NoAnswerError when there is none."""
        key = (url, payload)
        if key not in self._answers:
            if self.asked >= self._most:
                raise NoAnswerError("suspect", f"meer dan {self._most} vragen nodig")
            if self._told:
                self._told(url)
            try:
                self._answers[key] = await self._fetch(url, payload)
            except NoAnswerError as silence:
                self._answers[key] = silence
        answer = self._answers[key]
        if isinstance(answer, NoAnswerError):
            raise answer
        return answer

    async def ask(self, visit: Visit) -> Fetched:
        """The answer that a platform can read; NoAnswerError for any other."""
        fetched = await self.whatever(visit.url, visit.payload)
        meaning = meaning_of(fetched, visit)
        if meaning == "read":
            self.reached = True
            return fetched
        raise NoAnswerError(
            STATUSES.get(meaning, "failed"),
            f"{visit.url} antwoordt met HTTP {fetched.status}",
            fetched.status,
        )

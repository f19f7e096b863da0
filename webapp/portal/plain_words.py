"""Says to a candidate in plain Dutch (B1) why a vacancy fits, or why it does not."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from matching.near_misses import Adaptation
from schemas.match import Verdict
from schemas.tables.responses import Told

Found = Iterable[Mapping[str, Any]]

MOST = 4  # sentences of a kind; more is no longer plain
ASK = "Wij vragen de werkgever nog {what}."
HELP: Mapping[Adaptation, str] = {
    "fewer_hours": "Misschien kan het met minder uren.",
    "shorter_days": "Misschien kan het met kortere dagen.",
    "later_start": "Misschien kunt u later beginnen.",
    "other_shift": "Misschien kan het op andere tijden.",
    "task_swap": "Misschien kan een collega dat deel doen.",
    "aid": "Misschien is er een hulpmiddel.",
    "other_place": "Misschien kan het op een andere plek.",
    "home_working": "Misschien kan het voor een deel thuis.",
    "course": "Misschien kunt u dit nog leren.",
    "shared_way": "Misschien kunt u met iemand meerijden.",
}
ADVISER_FITS = "Uw adviseur heeft zelf gekeken. Dit werk kan bij u passen."
ADVISER_STOPS = "Uw adviseur heeft zelf gekeken. Dit werk past nu niet bij u."
ADVISER_ASKS = "Uw adviseur heeft zelf gekeken. Hij of zij zoekt nog iets uit."
NO_WORDS = "Dit werk past nu niet bij u. Vraag uw adviseur waarom."
ADVISERS: Mapping[Verdict, str] = {
    "past": ADVISER_FITS,
    "uitzoeken": ADVISER_ASKS,
    "past_niet": ADVISER_STOPS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainField:
    """What is said of one field: that it fits, what we ask, what stands in the way."""

    fits: str
    ask: str
    stops: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why, in sentences; `stops` is empty unless the work does not fit now.

    `could` is what may make it fit after all. `adviser` says that an adviser judged
    otherwise than the rules; then only that counts.
    """

    is_judged: bool = True
    fits: Sequence[str] = ()
    asks: Sequence[str] = ()
    stops: Sequence[str] = ()
    could: Sequence[str] = ()
    adviser: str | None = None

    @property
    def does_not_fit(self) -> bool:
        """Whether the candidate is told that this is no work for now."""
        return bool(self.stops) or self.adviser == ADVISER_STOPS


@cache
def plain_fields() -> Mapping[str, PlainField]:
    """What is said of every field that a finding can be about."""
    text = files("webapp.portal").joinpath("plain_words.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return MappingProxyType({name: PlainField(**row) for name, row in rows.items()})


def explain(told: Told | None, could: Iterable[Adaptation] = ()) -> Explained:
    """The findings of one match in plain words; a field without words is left out.

    `could` is what may be asked of the employer to make it fit after all.
    """
    if told is None:
        return Explained(is_judged=False)
    fits = _said(told.reasons, lambda one: one.fits)
    if told.overruled is not None and told.overruled != told.verdict:
        return Explained(fits=fits, adviser=ADVISERS[told.overruled])
    if told.verdict is None:
        return Explained(is_judged=False)
    if told.verdict == "past_niet":
        stops = _said(told.objections, lambda one: one.stops) or [NO_WORDS]
        helps = list(dict.fromkeys(HELP[one] for one in could))
        return Explained(fits=fits, stops=stops, could=helps)
    asks = _said(told.questions, lambda one: ASK.format(what=one.ask))
    return Explained(fits=fits, asks=asks)


def _said(found: Found, words: Callable[[PlainField], str]) -> list[str]:
    known = plain_fields()
    fields = [str(one.get("field")) for one in found]
    return list(dict.fromkeys(words(known[f]) for f in fields if f in known))[:MOST]

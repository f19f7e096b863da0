"""Says in Dutch what changed between two rankings, and what may have caused it."""

from collections.abc import Mapping, Sequence

from matching.changes import Change, ChangeKind, Changes
from schemas.capacity import Capacity
from schemas.match import Verdict
from schemas.tables.changes import Begun
from schemas.tables.compared_runs import RunOn
from webapp.capacities.words import document_name, the_document
from webapp.changes.comparing_runs import Compared

BEGUN: Mapping[Begun, str] = {
    "saved": "bewaard",
    "task": "als taak gegeven",
    "attempt": "poging gedaan",
}
VERDICTS: Mapping[Verdict, str] = {
    "past": "past",
    "uitzoeken": "uitzoeken",
    "past_niet": "past niet",
}
# What happened to a vacancy that only one of the two rankings has.
KINDS: Mapping[ChangeKind, str] = {
    "turned": "Ander oordeel.",
    "new": "Nieuw.",
    "let_in": "Stond al open, maar viel toen buiten de 500 die we bewaren.",
    "read": "Stond al open, maar was toen nog niet beoordeeld.",
    "closed": "Niet meer open.",
    "let_out": (
        "Staat nog open, maar valt nu buiten de 500 die we bewaren. "
        "Wij kunnen niet zeggen of het oordeel veranderde."
    ),
    "unread": "Staat nog open, maar is deze keer niet beoordeeld.",
}
SAME = (
    "Belastbaarheid, regels en model bleven gelijk. Wat veranderde, komt door de "
    "vacatures zelf, door antwoorden van werkgevers of door het zoekprofiel."
)


def announced(found: Changes, capacity: Capacity | None) -> str | None:
    """Such as `Na de FML van 12 maart 2026: 3 bewaarde vacatures passen niet meer`."""
    told = [*_of_begun(found.begun), *_of_others(found.turned)]
    if not told:
        return None
    since = "Nu er geen belastbaarheid geldt"
    if capacity is not None:
        since = f"Na {the_document(capacity.kind, capacity.assessed_on)}"
    return f"{since}: {'; '.join(told)}."


def causes(compared: Compared) -> list[str]:
    """What was other about the two rankings themselves."""
    before, after = compared.before, compared.after
    told = []
    if before.run.capacity_id != after.run.capacity_id:
        told.append(f"Andere belastbaarheid: {_named(before)} → {_named(after)}.")
    if before.run.rules != after.run.rules:
        told.append(f"Andere regels: {before.run.rules} → {after.run.rules}.")
    if before.run.model != after.run.model:
        told.append(f"Ander model: {before.run.model} → {after.run.model}.")
    return told or [SAME]


def _named(side: RunOn) -> str:
    capacity = side.capacity
    if capacity is None:
        return document_name(None, None)
    return document_name(capacity.kind, capacity.assessed_on)


def _of_begun(begun: Sequence[Change]) -> list[str]:
    turned = [one for one in begun if one.kind == "turned"]
    endings: tuple[tuple[Verdict, str, str], ...] = (
        ("past_niet", "past niet meer", "passen niet meer"),
        ("uitzoeken", "moet je nu uitzoeken", "moet je nu uitzoeken"),
        ("past", "past nu wel", "passen nu wel"),
    )
    told = [
        f"{_counted(ones)} {singular if len(ones) == 1 else plural}"
        for verdict, singular, plural in endings
        if (ones := [one for one in turned if one.after == verdict])
    ]
    if lost := [one for one in begun if one.kind in ("let_out", "unread")]:
        told.append(f"{_counted(lost)} konden we niet opnieuw beoordelen")
    return told


def _counted(changed: Sequence[Change]) -> str:
    """`1 bewaarde vacature`, `3 vacatures die je in gang zette`."""
    number, noun = len(changed), "vacature" if len(changed) == 1 else "vacatures"
    if all("saved" in one.advert.begun for one in changed):
        return f"{number} bewaarde {noun}"
    return f"{number} {noun} die je in gang zette"


def _of_others(turned: Sequence[Change]) -> list[str]:
    if not turned:
        return []
    number = len(turned)
    noun = "andere vacature heeft" if number == 1 else "andere vacatures hebben"
    return [f"{number} {noun} een ander oordeel"]

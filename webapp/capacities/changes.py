"""What changed from one capacity document to the next; decides, and touches nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.capacity import Capacity, CapacityItem
from schemas.capacity_fields import CapacityField, capacity_fields
from schemas.tables.capacities import Version
from webapp.capacities.limits import Limits, can, in_words, ramp_lines

NOT_LIMITED = "niet beperkt of niet genoemd"
LIMITED = "beperkt"
CONDITION = "voorwaarde"
OTHER_WORDS = "zelfde grens, in andere woorden"
NO_RAMP = "geen"
RAMP = "Opbouw van uren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item that is not as it was."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One document of the history.

    `before` is the document it is compared with: the one that counted before it.
    """

    limits: Limits
    made_at: datetime
    counts: bool
    before: Capacity | None
    changes: Sequence[Change]

    @property
    def capacity(self) -> Capacity:
        """The document itself."""
        return self.limits.capacity


def history(versions: Sequence[Version]) -> tuple[Shown, ...]:
    """The documents as they stand, each beside the one that counted before it."""
    counting = [one.capacity for one in versions if one.capacity.withdrawn_at is None]
    return tuple(
        _shown(one, _before(one.capacity, versions), counting) for one in versions
    )


def _before(document: Capacity, versions: Sequence[Version]) -> Capacity | None:
    known = [one.capacity for one in versions]
    older = known[known.index(document) + 1 :]
    return next((one for one in older if one.withdrawn_at is None), None)


def _shown(
    one: Version, before: Capacity | None, counting: Sequence[Capacity]
) -> Shown:
    return Shown(
        limits=in_words(one.capacity),
        made_at=one.made_at,
        counts=bool(counting) and counting[0] == one.capacity,
        before=before,
        changes=tuple(changes(before, one.capacity)) if before else (),
    )


def changes(before: Capacity, after: Capacity) -> Iterator[Change]:
    """Every item that is not as it was, in the order of the list."""
    old, new = _by_field(before), _by_field(after)
    for name, field in capacity_fields().items():
        was = _words(field, old.get(name), before)
        now = _words(field, new.get(name), after)
        if was != now:
            yield Change(label=field.label, before=was, after=now)
        elif name in old and old[name].sentence != new[name].sentence:
            yield Change(label=field.label, before=was, after=OTHER_WORDS)
    was, now = (" · ".join(ramp_lines(one)) or NO_RAMP for one in (before, after))
    if was != now:
        yield Change(label=RAMP, before=was, after=now)


def _by_field(capacity: Capacity) -> dict[str, CapacityItem]:
    return {item.field: item for item in capacity.items if item.level > 0}


def _words(field: CapacityField, item: CapacityItem | None, document: Capacity) -> str:
    if item is None:
        return NOT_LIMITED
    said = can(field, item, document.version)
    return said or (CONDITION if field.condition else LIMITED)

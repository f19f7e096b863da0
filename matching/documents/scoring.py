"""How heavy a limit is: by score, by number, by words such as `sterk beperkt`."""

import re
from collections.abc import Sequence

from matching.documents.vocabulary import Family
from schemas.capacity import FormVersion
from schemas.capacity_fields import CapacityField

NUMBERED = re.compile(
    r"\b(?:score|niveau|klasse)\s*[:=]?\s*(?P<level>[0-4])\b", re.IGNORECASE
)
# `4.13 Tillen 2`, `Tillen (2)`, `Tillen | 2`: a bare figure right behind the name
BARE = re.compile(
    r"[\s:|(–☒☑✓✔⊠■-]*(?:\[x\]|\(x\))?\s*(?P<level>[0-4])\b(?!\s*(?:[.,/]\s?\d|[-–à]|kg|kilo|u\b|uur|uren|min|x|×"
    r"|keer|maal|cm|graden|°|%|trap|tred|N\b|newton|meter|dagen|weken))",
    re.IGNORECASE,
)
LAST = re.compile(r"(?<![\d.,])\b(?P<level>[0-4])\s*[.)]?\s*$")
SHORT = 60
SLIGHTLY = re.compile(
    r"\blicht(?:e)?\s+beperk|\benigszins\b|\benige\s+beperking", re.IGNORECASE
)
SEVERELY = re.compile(
    r"\bsterk(?:e)?\s+beperk|\bernstig|\bvrijwel\s+niet\b|\bnauwelijks\b"
    r"|\bin\s+het\s+geheel\s+niet\b|\bvolledig\s+beperk",
    re.IGNORECASE,
)
IMPOSSIBLE = re.compile(
    r"\bonmogelijk\b|\bniet\s+(?:mogelijk|toegestaan)\b|\b(?:kan|mag|helemaal)\s+niet\b"
    r"|\bis\s+uitgesloten\b|\blukt\s+niet\b",
    re.IGNORECASE,
)
# `Tillen: niet mogelijk`: the whole answer
FLATLY = re.compile(
    r"[:=]\s*(?:onmogelijk|niet(?:\s+(?:mogelijk|toegestaan))?)\s*[.;]?\s*$",
    re.IGNORECASE,
)
PLAIN_IN_OLD = 2  # "licht beperkt", "beperkt", "sterk beperkt" were 1, 2 and 3
LONG_SCALE = 3
NEVER = ("niet", "vrijwel niet", "in het algemeen niet")


def stated_level(text: str, names: Sequence[int]) -> int | None:
    """A score that is written out, or that stands right behind a name.

    `names` are where the names of the item end: `Duwen of trekken` are two of them.
    """
    bare = (BARE.match(text, after) for after in names)
    found = NUMBERED.search(text) or next(filter(None, bare), None)
    if found is None and len(text) < SHORT:
        found = LAST.search(text, names[0])
    return int(found["level"]) if found else None


def written_score(text: str) -> int | None:
    """A score that is written out, such as `score 2`."""
    found = NUMBERED.search(text)
    return int(found["level"]) if found else None


def level_of_value(field: CapacityField, value: float, version: FormVersion) -> int:
    """The limited level nearest to a number; the heavier of two as near."""
    known = [
        (abs(level.value - value), -level.level)
        for level in field.levels_in(version)
        if level.value is not None and level.level > 0
    ]
    return -min(known)[1] if known else min(1, field.top_level)


def level_of_words(
    field: CapacityField, texts: Sequence[str], family: Family, version: FormVersion
) -> int:
    """What the words say, in the nearest text that says it; else the lightest limit."""
    for text in texts:
        for level, pattern in family.levels:
            if family.default == field.name and pattern.search(text):
                return min(level, field.top_level)
        if SEVERELY.search(text) or _is_impossible(field, text):
            return field.top_level if field.scale == "ordinal" else 1
        if SLIGHTLY.search(text):
            return 1
    if version == "old" and field.scale == "ordinal" and field.top_level >= LONG_SCALE:
        return PLAIN_IN_OLD
    return 1


def _is_impossible(field: CapacityField, text: str) -> bool:
    """Some is left of most work that is impossible, unless that is all it says."""
    never = _ends_in_never(field) and IMPOSSIBLE.search(text)
    return bool(never or FLATLY.search(text))


def _ends_in_never(field: CapacityField) -> bool:
    """Whether the heaviest level is: not at all."""
    return bool(field.levels) and field.levels[-1].text.startswith(NEVER)

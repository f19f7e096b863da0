"""A text cut in the pieces a reader looks at, each with what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ABBREVIATIONS = (
    r"(?<!o\.b\.v)(?<!\bmin)(?<!\bmax)(?<!\bbijv)(?<!\bca)(?<!\bincl)(?<!\bexcl)"
)
SENTENCE_END = re.compile(rf"{ABBREVIATIONS}(?<!\b[a-z])[.!?;](?=\s|$)|\n")
COMPANY_HEADING = re.compile(
    r"^\W*(?:over (?:ons|het|de|[A-Z])|wie (?:wij|we) zijn|wie zijn (?:wij|we)|about us"
    r"|ons bedrijf|de organisatie|onze organisatie|het bedrijf|hier kom je terecht)",
    re.IGNORECASE,
)
OFFER_HEADING = re.compile(
    r"^\W*(?:wat )?(?:(?:wij|we|dit|hier) (?:bieden|krijg)|wat (?:bieden|krijg|verdien)"
    r"|bieden (?:wij|we)|arbeidsvoorwaarden|ons aanbod|aanbod|dit krijg|jij krijgt"
    r"|je krijgt|wat (?:wij|we) .*bieden|what we offer)",
    re.IGNORECASE,
)
# A mark before a list item; "-5 graden" and "- 5" keep and lose theirs.
LIST_MARK = re.compile(r"^\s*(?:(?:[-–—*+·•●▪◦‣>→✓✔✅]|\d{1,2}[.)])\ufe0f?\s+)+")
LONGEST_HEADING = 60
LONGEST_CLAUSE = 500


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or bullet; `part` is the kind of heading it stands under."""

    text: str
    part: str  # "" for unknown, "offer", "company"


def clauses_asked(text: str) -> list[Clause]:
    """The clauses in reading order, what the company says of itself last.

    Last and not left out: many adverts open with the company and never say where
    that ends.
    """
    return sorted(clauses(text), key=lambda clause: clause.part == "company")


def clauses(text: str) -> Iterator[Clause]:
    """Sentences and bullets in order; a heading says what the following lines are."""
    part = ""
    for line in text.split("\n"):
        if not line.strip():
            continue
        part = _part_after(line.strip(), part)
        for piece in SENTENCE_END.split(LIST_MARK.sub("", line)):
            # No sentence is that long; patterns would take their time over it.
            for start in range(0, len(piece), LONGEST_CLAUSE):
                if words := piece[start : start + LONGEST_CLAUSE].strip():
                    yield Clause(words, part)


def _part_after(line: str, before: str) -> str:
    if len(line) > LONGEST_HEADING or (line.endswith(".") and len(line.split()) > 5):
        return before
    if OFFER_HEADING.match(line):
        return "offer"
    if COMPANY_HEADING.match(line):
        return "company"
    if line.endswith((":", "?")) or (line[0].isupper() and len(line.split()) <= 4):
        return ""
    return before

"""Cuts a text into pieces that each say something: an item of a list, a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CODE = re.compile(r"(?P<code>[1-6]\.\d{1,2}(?:\.\d{1,2})?)\.?(?=[\s:)|–-]|$)")
BULLET = re.compile(r"[-•*–▪·o]\s+|\(?[a-z]\)\s+")
# the options of an item, ticked or not; a box that is not ticked says nothing
TICKED = r"☒|☑|✓|✔|⊠|■|\[[xX]\]|\([xX]\)"
EMPTY = r"☐|□|○|◯|❑|\[\s?\]|\(\s?\)"
OPTION = re.compile(rf"{TICKED}|{EMPTY}")
NOT_CHOSEN = re.compile(rf"(?:{EMPTY})(?:(?!{TICKED}|{EMPTY}).)*")
ANSWER = re.compile(
    r"(?:score|niveau|klasse|toelichting|beperkt|licht|sterk|normaal|niet|kan|ja\b|nee\b"
    r"|voorwaarde|geen|max|ongeveer|namelijk|[0-4]\s*$)",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"(?:rubriek\b|[IVX]+\.?\s+[A-Z]|[A-Z][\w ]{2,40}$|[A-Z][\w /-]{2,45}:\s*$)"
)
OPENS = re.compile(r"(?:toelichting|score|niveau)\s*:?\s*$", re.IGNORECASE)
LABEL = re.compile(r"[A-Z][\w /()-]{2,45}:(?:\s|$)")
ENDS = re.compile(r"[.;:!?]\s*$")
# A full stop ends a sentence, but not in a number, a short word or an abbreviation.
STOP = re.compile(
    r"(?<!\bca)(?<!\bmax)(?<!\bmin)(?<!\bresp)(?<!\bbijv)(?<!\bincl)(?<!\bd)(?<!\.\w)"
    r"(?<!\bdhr)(?<!\bmw)(?<!\bevt)(?<!\bnr)(?<!\bp)(?<!\bt)(?<!\bm)(?<!\bo)"
    r"[.!?;](?=\s+[A-Z0-9-]|\s*$)"  # only the last of a row: dots may be many
)
LONGEST = 450  # what a form takes as one sentence, and room for its mending


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text; `code` when it is an item of a numbered list."""

    start: int
    end: int
    code: str | None


def pieces(text: str) -> Iterator[Piece]:
    """Every piece, in the order of the text."""
    for start, end in _blocks(text):
        code = CODE.match(text, start)
        if code is not None and end - start <= LONGEST:
            yield Piece(start=start, end=end, code=code["code"])
        else:
            yield from _sentences(text, start, end, code["code"] if code else None)


def chosen(text: str) -> str:
    """One line without the options that were not ticked; letters keep their places."""
    return NOT_CHOSEN.sub(lambda found: " " * len(found.group()), text)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Lines that belong together: an item with its answer, a sentence that runs on."""
    start = end = -1
    for line in re.finditer(r"[^\n\f\r]*[\n\f\r]?", text):
        words = line.group().strip()
        at = line.start() + (len(line.group()) - len(line.group().lstrip()))
        if start >= 0 and (not words or not _goes_on(text[start:end], words)):
            yield start, end
            start = -1
        if words:
            start = at if start < 0 else start
            end = at + len(words)
    if start >= 0:
        yield start, end


def _goes_on(said: str, line: str) -> bool:
    """Whether a line belongs to what was said before it."""
    option = bool(CODE.match(said) and OPTION.match(line))
    if option or CODE.match(line) or BULLET.match(line) or len(said) > LONGEST:
        return option
    if OPENS.search(said):
        return True
    if CODE.match(said):
        return bool(ANSWER.match(line)) or line[:1].islower()
    if LABEL.match(line) or (HEADING.match(line) and not line[:1].islower()):
        return False
    return line[:1].islower() or not (ENDS.search(said) or HEADING.match(said))


def _sentences(text: str, start: int, end: int, code: str | None) -> Iterator[Piece]:
    at = start
    for stop in STOP.finditer(text, start, end):
        yield from _piece(text, at, stop.end(), code)
        at = stop.end()
    yield from _piece(text, at, end, code)


def _piece(text: str, start: int, end: int, code: str | None) -> Iterator[Piece]:
    while start < end and text[start].isspace():
        start += 1
    while start < end:  # a text without any stop is cut where words end
        cut = end if end - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else min(end, start + LONGEST)
        yield Piece(start=start, end=cut, code=code)
        start = cut
        while start < end and text[start].isspace():
            start += 1

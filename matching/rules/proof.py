"""Makes findings, and finds the words of the advert that prove a typed fact."""

import re
from collections.abc import Sequence

from matching.rules.questions import question_about
from schemas.match import Finding, FindingKind
from schemas.vacancy import Demand, Vacancy


def finding(
    kind: FindingKind, field: str, text: str, *, limit: str | None = None
) -> Finding:
    """A finding without words of the advert."""
    return Finding(kind=kind, field=field, text=text, limit=limit)


def from_demand(
    kind: FindingKind, demand: Demand, text: str, *, limit: str | None = None
) -> Finding:
    """A finding that points at the words of a demand."""
    return Finding(
        kind=kind,
        field=demand.field,
        text=text,
        quote=demand.quote,
        part=demand.part,
        offset=demand.offset,
        limit=limit,
    )


def from_fact(vacancy: Vacancy, made: Finding, words: str) -> Finding:
    """Point at what the page said of a fact: its raw words, else a search for `words`.

    Nothing found leaves the finding without a quote: a proof is never made up.
    """
    for part, text in (("text", vacancy.text), ("title", vacancy.title)):
        place = _place(text, _raw(vacancy, made.field), words)
        if place is not None:
            return Finding(
                kind=made.kind,
                field=made.field,
                text=made.text,
                quote=text[place[0] : place[1]],
                part="text" if part == "text" else "title",
                offset=place[0],
                limit=made.limit,
            )
    return made


def ask(field: str, *, demand: Demand | None = None) -> Finding:
    """The question for a field, pointing at the advert where it says something."""
    text = question_about(field)
    if demand is None:
        return finding("question", field, text)
    return from_demand("question", demand, text)


def _raw(vacancy: Vacancy, field: str) -> Sequence[str]:
    names = [field, field.removesuffix("_min"), field.removesuffix("_level")]
    rows = [vacancy.provenance.get(name) for name in dict.fromkeys(names)]
    return [row["raw"] for row in rows if row and row.get("raw")]


def _place(text: str, raws: Sequence[str], words: str) -> tuple[int, int] | None:
    for raw in raws:
        at = text.find(raw)
        if at >= 0 and len(raw) <= 200:
            return at, at + len(raw)
    found = re.search(words, text, re.IGNORECASE) if words else None
    return found.span() if found else None

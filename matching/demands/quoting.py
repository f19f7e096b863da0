"""Quotes the advert: whole words around a phrase that prove what was read."""

from matching.demands.reading import Place, Reading, Span, Wording
from matching.demands.scope import comma_clause
from schemas.vacancy import Demand

_LONGEST_QUOTE = 120
_INSIDE_WORDS = "-'’&/"


def demand(field: str, place: Place, reading: Reading) -> Demand:
    """What a reading asks on a field, with its proof."""
    start, quote = _quoted(place.wording, reading.span)
    return Demand(
        field=field,
        polarity=reading.polarity,
        strength=reading.strength,
        quote=quote,
        offset=place.at + start,
        part=place.part,
        value=reading.value,
        unit=reading.unit if reading.value is not None else None,
    )


def _quoted(wording: Wording, span: Span) -> tuple[int, str]:
    """The clause around the phrase, or the phrase alone where that is long."""
    known = wording.quotes.get(span)
    if known is None:
        start, end = comma_clause(wording.easy, span, wording.span)
        if end - start > _LONGEST_QUOTE:
            start, end = span
        start, end = _whole_words(wording.text, start, end)
        known = wording.quotes[span] = start, wording.text[start:end]
    return known


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop dashes and commas at both ends, then complete the words that were cut."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start > 0 and _joins(text, start - 1, -1):
        start -= 1
    while end < len(text) and _joins(text, end, 1):
        end += 1
    return start, end


def _joins(text: str, at: int, step: int) -> bool:
    """Whether the character belongs to a word that began on its other side."""
    if text[at].isalnum():
        return True
    beyond = at + step
    return (
        text[at] in _INSIDE_WORDS and 0 <= beyond < len(text) and text[beyond].isalnum()
    )

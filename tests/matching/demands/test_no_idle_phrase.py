"""No phrase is idle: each of its words stands in some sentence that it fits."""

from collections.abc import Iterator, Mapping

from matching.demands.lexicon import lexicon
from matching.demands.marking import Pattern
from matching.demands.phrasing import both_ways, expand


def sentences_of(phrase: str, sets: Mapping[str, str]) -> Iterator[str]:
    """A sentence for every word that a phrase names, with nothing in between."""
    for way in both_ways(phrase):
        slots = [
            ["12"]
            if token == "#"
            else [*map(_word, token.removeprefix("?").split("|"))]
            for token in expand(way, sets).split()
            if not token.startswith("..")
        ]
        firsts = [slot[0] for slot in slots]
        for at, slot in enumerate(slots):
            for word in slot:
                yield " ".join([*firsts[:at], word, *firsts[at + 1 :]])


def _word(alternative: str) -> str:
    front = "x" if alternative.startswith("*") else ""
    return front + alternative.strip("*").replace("_", " ")


def _all_patterns() -> Iterator[Pattern]:
    for phrase in lexicon().phrases:
        yield phrase.words
        yield from phrase.unless.values()


def test_every_word_of_every_phrase_and_trap_can_be_found() -> None:
    patterns = {one.phrase: one for one in _all_patterns()}
    idle = [
        (phrase, sentence)
        for phrase, one in patterns.items()
        for sentence in sentences_of(phrase, one.sets)
        if not one.pattern.search(sentence)
    ]
    assert idle == []

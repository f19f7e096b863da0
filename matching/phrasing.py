"""The small language in which the lexicon writes its phrases, turned into patterns.

A phrase is a row of words that follow each other in one sentence:

    word        that word               word*  *word   with letters before or after it
    a|b_c       one or the other; `_` is a space inside an alternative
    ?word       the word may be missing
    ..  ..6     up to three (or six) other words
    #           a number, in digits or in words, that becomes the value
    <set>       one of the words of a set
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

NUMBER_WORDS: Mapping[str, float] = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "twaalf": 12, "vijftien": 15,
    "twintig": 20, "vijfentwintig": 25, "dertig": 30, "veertig": 40,
}  # fmt: skip

# fmt: off
_USUAL_WORDS = frozenset({
    "de", "het", "een", "en", "van", "in", "je", "op", "met", "voor", "te", "aan", "is",
    "die", "dat", "er", "om", "jij", "u", "uw", "jouw", "of", "bij", "als", "we", "wij",
    "tot", "uur", "dag", "dagen", "werk", "werkt", "werken", "per", "ook", "naar",
    "zijn", "bent", "kan", "kunt", "hebt", "heeft", "door", "maar", "niet", "geen",
    "alles", "uit", "over", "week", "goed", "onze", "ons", "wat", "jaar", "zelf",
    "na", "af",
    "ligt", "doen", "doet", "maak", "maakt", "staat", "twee", "drie", "1", "2", "3",
    "4", "5", "veel", "vast", "vaste", "team", "ervaring", "collega", "taken", "samen",
    "zorg",
})
# fmt: on
_PIECE = re.compile(r"[a-z]+|\d+")

_PLAIN = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’‘`´\u00a0\u202f\u2011",
    "aaaaaaceeeeiiiinooooouuuuyy''''  -",
)
_DIGITS = r"(?:(?<=\s)-(?=\d))?\d+(?:[.,]\d+)*"
_NUMBER = "|".join([_DIGITS, *sorted(NUMBER_WORDS, key=len, reverse=True)])
_BETWEEN = r"[^\w]+"
# Not a word boundary: the kg of "20kg" starts a word too.
WORD_START = r"(?<![a-z])"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word, the start of a word, or letters inside one."""

    word: str
    kind: Literal["whole", "start", "inside"]


def plain(text: str) -> str:
    """Lower case without accents, letter for letter: offsets stay the same."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def number(words: str) -> float | None:
    """Read `25`, `1.250`, `31,5` or `twintig`."""
    if words in NUMBER_WORDS:
        return float(NUMBER_WORDS[words])
    bare = re.sub(r"\.(?=\d{3}\b)", "", words).replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None


def compile_phrase(phrase: str, sets: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern that runs over text made `plain`; group `n` holds the number."""
    return _compiled(_source(_expand(phrase, sets)))


def anchors(phrase: str, sets: Mapping[str, str]) -> tuple[Anchor, ...]:
    """Words one of which must stand in the text: those of the rarest token."""
    required = [
        tuple(_anchor(alternative) for alternative in token.split("|"))
        for token in _expand(phrase, sets).split()
        if token[0] not in "?.#"
    ]
    if not required:
        raise ValueError(f"zin zonder vast woord: {phrase!r}")
    return min(required, key=lambda words: sum(map(_usual, words)))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _expand(phrase: str, sets: Mapping[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda found: sets[found[1]], plain(phrase))


def _anchor(alternative: str) -> Anchor:
    pieces = _PIECE.findall(alternative)
    if alternative.startswith("*"):
        return Anchor(pieces[0], "inside")
    if alternative.endswith("*"):
        return Anchor(pieces[-1], "start")
    return Anchor(min(pieces, key=_rarity), "whole")


def _usual(anchor: Anchor) -> float:
    """A guess at how often a word stands in any advert; only speed depends on it."""
    return _rarity(anchor.word) * (1 if anchor.kind == "whole" else 3)


def _rarity(word: str) -> float:
    return 30.0 if word in _USUAL_WORDS else 12 / len(word) ** 2


def _source(phrase: str) -> str:
    parts: list[str] = []
    glue = ""
    for word in phrase.split():
        if word.startswith(".."):
            most = int(word[2:] or 3)
            glue = rf"{_BETWEEN}(?:\w+{_BETWEEN}){{0,{most}}}?"
            continue
        if word.startswith("?"):
            parts.append(rf"{glue}(?:{_one_of(word[1:])}{_BETWEEN})?")
            glue = ""
            continue
        parts.append(glue + _one_of(word))
        glue = r"[^\w]*" if word == "#" else _BETWEEN
    return "".join(parts)


def _one_of(word: str) -> str:
    if word == "#":
        return rf"(?<!\w)(?P<n>{_NUMBER})(?:,-)?"
    choices = "|".join(_word(alternative) for alternative in word.split("|"))
    return rf"(?:{choices})"


def _word(alternative: str) -> str:
    front = r"\b\w*" if alternative.startswith("*") else WORD_START
    back = r"\w*" if alternative.endswith("*") else r"\b"
    middle = _BETWEEN.join(re.escape(w) for w in alternative.strip("*").split("_"))
    return f"{front}{middle}{back}"

"""The small language in which the lexicon writes its phrases, turned into patterns.

A phrase is a row of words that follow each other in one sentence:

    word        that word               word*  *word   with letters before or after it
    a|b_c       one or the other; `_` is a space inside an alternative
    ?word       the word may be missing
    ..  ..6     up to three (or six) other words
    #           a number, in digits or in words, that becomes the value
    <set>       one of the words of a set
    a & b       both, in either order, up to five (`&8`: eight) words apart
"""

import re
from collections.abc import Mapping
from functools import cache

from matching.demands.numerals import NUMBER

_PLAIN = dict(
    zip(
        "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’‘`´\u00a0\u202f\u2011",
        "aaaaaaceeeeiiiinooooouuuuyy''''  -",
        strict=True,
    )
)
_MARKED = re.compile(f"[{''.join(_PLAIN)}]")
_EITHER_ORDER, _APART = re.compile(r"\s+&(\d*)\s+"), 5
_BETWEEN = r"[^\w]+"
# Not a word boundary: the kg of "20kg" starts a word too.
WORD_START = r"(?<![a-z])"


def plain(text: str) -> str:
    """Lower case without accents, letter for letter: offsets stay the same."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _MARKED.sub(lambda found: _PLAIN[found[0]], lowered)


def compile_phrase(phrase: str, sets: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern that runs over text made `plain`; its groups are its numbers."""
    ways = [_source(expand(one, sets)) for one in both_ways(phrase)]
    return _compiled("|".join(ways))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def both_ways(phrase: str) -> tuple[str, ...]:
    """A phrase with `&` as the two phrases that it stands for; any other as it is."""
    parts = _EITHER_ORDER.split(phrase)
    if len(parts) == 1:
        return (phrase,)
    first, most, second = parts
    gap = f"..{most or _APART}"
    return (f"{first} {gap} {second}", f"{second} {gap} {first}")


def expand(phrase: str, sets: Mapping[str, str]) -> str:
    """A phrase made `plain`, with the words of its sets spelled out."""
    return re.sub(r"<(\w+)>", lambda found: sets[found[1]], plain(phrase))


def _source(phrase: str) -> str:
    parts: list[str] = []
    glue = ""
    for word in phrase.split():
        if word == "#":
            parts.append(rf"{glue}(?<!\w)({NUMBER})(?:,-)?")
            glue = r"[^\w]*"
            continue
        if word.startswith(".."):
            most = int(word[2:] or 3)
            # A word that may be missing has taken what parts it from the next.
            first = _BETWEEN if glue or not parts else ""
            glue = rf"{first}(?:\w+{_BETWEEN}){{0,{most}}}?"
            continue
        if word.startswith("?"):
            parts.append(rf"{glue}(?:{_one_of(word[1:])}{_BETWEEN})?")
            glue = ""
            continue
        parts.append(glue + _one_of(word))
        glue = _BETWEEN
    return "".join(parts)


def _one_of(word: str) -> str:
    words = word.split("|")
    # One look behind for all of them: it is what a search spends its time on.
    fronts = [_joined(one) for one in words if not one.startswith("*")]
    insides = [rf"\b\w*{_joined(one)}" for one in words if one.startswith("*")]
    if fronts:
        insides.insert(0, f"{WORD_START}(?:{'|'.join(fronts)})")
    return f"(?:{'|'.join(insides)})"


def _joined(alternative: str) -> str:
    back = r"\w*" if alternative.endswith("*") else r"\b"
    if not (alternative[-1].isalnum() or alternative.endswith("*")):
        back = ""  # after "weekend-" and "100%" no word ends
    front = r"(?<!\d)" if alternative[0].isdigit() else ""  # no 3 in 23
    return (
        front + _BETWEEN.join(map(re.escape, alternative.strip("*").split("_"))) + back
    )

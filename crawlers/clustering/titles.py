"""Titles of jobs without their noise, and when two of them may name one job."""

import re
from collections.abc import Collection
from typing import Literal

from crawlers.clustering.letters import WORD, plain, words

Alike = Literal["same", "near", "other"]

# Only what says nothing of the job; other brackets stay, for they tell jobs apart.
NOISE = re.compile(
    r"\b[mvfwhdx](?: ?/ ?[mvfwhdxn]){1,3}\b|\bmvx?\b"
    r"|(?:\d{1,2}(?:[.,]\d)? ?(?:-|–|tot|t/m|of|to|/) ?)?\d{1,2}(?:[.,]\d)? ?"
    r"(?:uur|uren|u|hours?|hrs?)\b(?: ?(?:per|p\.?/?|a) ?(?:week|w)\b\.?)?"
    r"|\b\d(?:[.,]\d{1,2})? ?(?:- ?\d(?:[.,]\d{1,2})? ?)?fte\b"
    r"|\bper direct\b|\b(?:full|part)[ -]?time\b|€ ?[\d.,]+|\bjr[-_ ]?\d+|\b\d{4,}\b"
)
SMALL = frozenset(
    words(
        "de het een en of in te bij voor van met op aan als naar regio omgeving locatie"
        " vacature vacatures gezocht wij zoeken jij the a an and for in at of with uur"
        " per week gevraagd"
    )
)
# Words that many jobs share: alone they bring no two adverts together.
GENERIC = frozenset(
    words(
        "medewerker medewerkster medewerkers assistent assistente assistant adviseur"
        " advisor specialist manager coordinator consultant functionaris professional"
        " expert collega kracht hulp algemeen algemene technisch technische operator"
        " officer employee worker allround ervaren"
    )
)
# Words that make another job of it: both titles have them, or neither.
TELLING = frozenset(
    words(
        "junior medior senior stage stagiair stagiaire leerling bbl bol trainee"
        " traineeship vakantiewerk vakantiekracht bijbaan zzp freelance vrijwilliger"
        " teamleider leidinggevende hoofd nacht nachtdienst nachtploeg avond"
        " avonddienst weekend weekenddienst weekendhulp zaterdag zaterdaghulp"
    )
)
LONG_ENOUGH = 5  # letters of a word that may stand inside another


def title_words(title: str, *, place: str = "", employer: str = "") -> frozenset[str]:
    """`Verzorgende IG (m/v/x) 24-32 uur Zwolle` as {verzorgende, ig}.

    The words of `place` and `employer` go too, unless nothing would be left.
    """
    found = set(WORD.findall(NOISE.sub(" ", plain(title)))) - SMALL - {"x", "m", "v"}
    rest = found - set(words(place)) - set(words(employer))
    return frozenset(rest or found)


def alike(one: Collection[str], other: Collection[str]) -> Alike:
    """`near`: they share a word that not every job has, whole or in a compound."""
    if set(one) == set(other) or _glued(one) == _glued(other):
        return "same" if one and other else "other"
    for word in telling_words(one):
        if any(_is_one(word, another) for another in telling_words(other)):
            return "near"
    return "other"


def telling_words(title: Collection[str]) -> frozenset[str]:
    """The words that not every job has, or all of them when there are no others."""
    return frozenset(title) - GENERIC or frozenset(title)


def are_other_jobs(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a word says so: senior, a night shift, another level or number."""
    if (set(one) & TELLING) != (set(other) & TELLING):
        return True
    numbers, others = _numbers(one), _numbers(other)
    return bool(numbers and others and numbers != others)


def _numbers(title: Collection[str]) -> set[str]:
    return {word for word in title if any(letter.isdigit() for letter in word)}


def _glued(title: Collection[str]) -> str:
    """Its letters in order: `magazijn medewerker` is `magazijnmedewerker`."""
    return "".join(sorted("".join(title)))


def _is_one(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) >= LONG_ENOUGH and short in long)

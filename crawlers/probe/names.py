"""Whether the name a board gives itself is the one its address promises."""

import re
import unicodedata
from urllib.parse import urlsplit

SHORTEST = 3  # letters of a word that means something
EMPTY_WORDS = frozenset(
    [
        *("de", "het", "van", "der", "den", "een", "en", "and", "of", "voor", "aan"),
        *("bij", "in", "op", "to", "for", "the", "at", "bv", "nv", "vof", "stichting"),
        *("vereniging", "cooperatie", "groep", "group", "holding", "nederland", "nl"),
        *("netherlands", "europe", "international", "careers", "jobs", "werken"),
        *("werkenbij", "vacatures", "company", "organisatie", "gemeente", "provincie"),
        *("ministerie", "zorg", "zorggroep", "scholen", "ziekenhuis", "winkel"),
    ]
)


def names_agree(name: str, url: str) -> bool:
    """Whether a name and a web address are likely of one employer.

    A word of the name in the host will do, or the first letters of all its words.
    A name of only general words agrees with anything: it tells nothing.
    """
    host = _folded(urlsplit(url).netloc + urlsplit(url).path).replace(" ", "")
    words = _folded(name).split()
    telling = [w for w in words if len(w) >= SHORTEST and w not in EMPTY_WORDS]
    if not telling:
        return all(w in EMPTY_WORDS for w in words) or _initials_in(words, host)
    return any(word in host for word in telling) or _initials_in(words, host)


def _initials_in(words: list[str], host: str) -> bool:
    whole = "".join(words)
    initials = "".join(word[0] for word in words)
    return whole in host or (len(initials) >= SHORTEST and initials in host)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()

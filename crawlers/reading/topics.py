"""Which words can speak of which fact: the first, cheapest look at an advert.

A word that a topic does not know is never shown to its reader, so a pattern here may
be too wide but not too narrow. Every word is judged once and then remembered.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from crawlers.reading.alternatives import by_first_letter

Topic = Literal[
    "agreement", "at once", "certificates", "client", "closing", "contract", "days",
    "dutch", "education", "education, seldom", "fte", "full time", "hours", "licences",
    "negotiable", "permanent", "place", "remote", "scale", "special contract",
    "start", "wage",
]  # fmt: skip
# Patterns over what stands between two spaces, in small letters.
PATTERNS: Mapping[Topic, str] = {
    "agreement": r"\bcao",
    "at once": r"\b(?:direct|spoedig|snel|zsm)\b|\bz\.s",
    "certificates": r"vca|bhv|bedrijfshulp|ehbo|\bvog\b|omtrent|\bbig\b|skj|haccp|truck"
    r"|hoogwerker|3140|svh|hygi|\bboa|wft|\bcode|\badr\b|pdl|vps|certifica|diploma"
    r"|bevoegd|\bpas|pas\b|chauffeursk|spuitl|kettingz|bestuurdersk|triage|hijs|tcvt|f-gas|viag"
    r"|\bco-|keurmeester|\bsvs|\bsir-|vapro",
    "client": r"opdrachtgever|relatie|klant|client|bureau|detacher|\bvia\b",
    "closing": r"reage|reacti|sollicit|sluit|deadline|uiterste|inschrijv|aanmeld"
    r"|\bmeld|stuur|mail|ontvang|\bcv\b|brief|motivatie|apply|vacature",
    "contract": r"contract|aanstelling|dienstverband|overeenkomst|tijdelijk|bepaalde"
    r"|betrekking\b|\bbeginnen\b|benoeming|vervang|seizoen|temporary|\bfixed|project|looptijd|initieel"
    r"|aanvankelijk|instantie|duur|\beerst\b|zwanger|\bperiode\b",
    "days": r"dag|ochtend|middagen|dagdelen",
    "dutch": r"nederlands|dutch|taal|schriftelijk|foutlo|vlekkeloos|fouten|spelling",
    "education": r"mbo|hbo|havo|vwo|\bwo\b|opleid|diplom|niveau|school|kwalific"
    r"|bevoegd|papieren|afgerond|bachelor|master|academisch|universit|geregistreerd"
    r"|scholing|geschoold|studie|geleerd|gestudeerd",
    "education, seldom": r"mavo|\b(?:[lv]bo|[lmh]ts)\b|eao\b|\bmulo|\blhno|gymnasium"
    r"|atheneum|onderwijs|associate|\bh\.b|entree|verzorgende|helpende|verpleegkund"
    r"|assistent|fysiotherap|verloskund",
    "fte": r"fte\b",
    "full time": r"\bfull|voltijd",
    "hours": r"uur|uren|urige|\bhours?\b|\bhrs\b|arbeidsduur|(?:\d|\b)u\b",
    "licences": r"rijbewij|\bdriv|\blicen",
    "negotiable": r"overleg|bespreekbaar|mogelijk|\bkies|\bzelf\b|\book\b|\bbepa"
    r"|onderhandel|part-?time|deeltijd|samen|hoeveel",
    "permanent": r"vast|bepaalde|permanent",
    "place": r"standplaats|locatie|werkplek|vestiging",
    "remote": r"thuis|\bhuis\b|hybrid|remote|\bafstand\b|\bhome|\bvolledig",
    "scale": r"schaal|\bfwg|loongroep|functiegroep",
    "special contract": r"\bbbl|leer-?w|leerling|leerb|leerov|apprentice|\bstag"
    r"|\bintern|vrijwillig|onbezoldigd|volunteer|uitzend|\bfase|detach|payroll|oproep"
    r"|(?:\b0|nul)-?uren|^0$|^nul$|\bmin[-/]|minmax"
    r"|\bafroep|flexpool|invalp|\bzero\b",
    "start": r"\bstart|ingang|\bm\.?i\.?v|aanvang|\bbegin|dienst|beschikbaar|\bper\b",
    "wage": r"€|euro|\beur\b|bruto|\d\d,\d\d\b|\bp[./]?u\b|/u",
}
COMPILED: Mapping[Topic, re.Pattern[str]] = {
    topic: re.compile(pattern) for topic, pattern in PATTERNS.items()
}
ANY = by_first_letter("|".join(PATTERNS.values()))


MOST_WORDS = 2**16  # remembered; most adverts are made of the same common ones


class Judged(dict[str, tuple[Topic, ...]]):
    """The topics of every word met; a word is judged when it is first looked up."""

    def __missing__(self, word: str) -> tuple[Topic, ...]:
        topics: tuple[Topic, ...] = ()
        if ANY.search(word):
            topics = tuple(t for t, pattern in COMPILED.items() if pattern.search(word))
        if len(self) < MOST_WORDS:
            self[word] = topics
        return topics


topics_of = Judged().__getitem__


def topics_in(words: Iterable[str]) -> Collection[Topic]:
    """The topics that words in small letters can speak of."""
    # Most words have none; those are passed over without a step in Python.
    found = list(filter(None, map(topics_of, words)))
    return {topic for topics in found for topic in topics} if found else ()

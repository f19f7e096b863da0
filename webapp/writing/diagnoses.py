"""Finds words that name an illness: diagnoses are never stored, only what people can.

The list is our own: everyday and medical names of the illnesses, injuries, treatments
and medicines that are usual in Dutch sickness absence, in the groups by which company
doctors sort them (CAS). It catches slips of the pen; it cannot prove that a text is
free of diagnoses. Words that also name work or materials (lithium, spit, als) are left
out on purpose.
"""

import re
from functools import cache

MESSAGE = "Dit lijkt een diagnose. Schrijf alleen wat iemand kan of niet kan."
CAUSE_MESSAGE = (
    "Dit lijkt een diagnose of behandeling. Schrijf alleen wat iemand kan of niet kan."
)

# A star stands for letters that may follow, an underscore for a space.
WORDS: dict[str, str] = {
    "mind": "adhd add alcoholis* angststoornis* anorexia asperger* autis* bipolair* "
    "borderline* boulimi* burn-out* burnout* dement* depressi* dwangstoornis* "
    "eetstoornis* fobie* manisch* ocd overspannen* paniekaanval* paniekstoornis* "
    "persoonlijkheidsstoornis* psychos* psychotisch* ptsd ptss schizofreni* suïcid* "
    "suicid* trauma verslaafd* verslaving* zelfmoord*",
    "movement": "artritis* artros* bechterew* bekkeninstabiliteit carpaal* "
    "fibromyalgi* hernia* ischias jicht kunstheup* kunstknie* meniscus* osteoporose "
    "reuma* rsi scoliose* slijmbeursontsteking* tendinitis tennisarm* whiplash*",
    "heart and lungs": "angina astma* boezemfibrilleren copd emfyseem hartaanval* "
    "hartfalen hartinfarct* hartritmestoornis* hypertensie longembolie* pacemaker* "
    "slaapapneu trombos*",
    "nerves": "alzheimer* beroerte* cva epilep* hersenbloeding* hersenletsel "
    "hersenschudding* herseninfarct* migraine* multiple_sclerose narcolepsie nah "
    "neuropathie* niet-aangeboren parkinson* tia tinnitus",
    "skin": "contacteczeem eczeem* netelroos psoriasis",
    "cancer": "carcino* chemotherapie* kanker* leukemie lymfoom lymfomen melanoom "
    "metastas* tumor* uitzaaiing*",
    "other": "aids chronische_vermoeidheid* crohn* colitis corona* covid* cvs "
    "diabet* hepatitis hiv longcovid long_covid lupus lyme* nierdialyse nierfalen "
    "post-covid* schildklier* suikerziekte syndroom* ziekte_van",
    "treatment": "antidepressiva* antidepressivum antipsychotic* insuline* "
    "methylfenidaat morfine oxycodon prednison ritalin",
    "the word itself": "diagnose* gediagnosticeerd*",
}


# Causes that only a document about somebody's belastbaarheid gives away: elsewhere
# these words are everyday work (a practice, a hospital, a complaints desk).
CAUSES: dict[str, str] = {
    "treatment": "behandelaar* behandelend* behandeling* bestraling* chemo* "
    "fysiotherap* geopereerd* medicament* medicatie* medicijn* operatie operaties "
    "opioïden pijnstiller* psychiat* psycholo* psychotherap* revalidatie* "
    "slaapmiddel* therapie* ziekenhuisopname*",
    "complaints": "armklachten enkelklachten handklachten heupklachten hoofdpijn* "
    "knieklachten lichamelijke_klachten nekklachten pijnklachten polsklachten "
    "psychische_klachten rugklachten rugpijn schouderklachten vermoeidheidsklachten "
    "voetklachten",
    "illness in general": "aandoening* prognose* stoornis* ziektebeeld*",
}


def _pattern(word: str) -> str:
    letters = re.escape(word.removesuffix("*")).replace("_", r"\s+")
    return letters + (r"\w*" if word.endswith("*") else "")


def _any_of(*groups: str) -> re.Pattern[str]:
    words = (_pattern(word) for group in groups for word in group.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _illnesses() -> re.Pattern[str]:
    return _any_of(*WORDS.values())


@cache
def _causes() -> re.Pattern[str]:
    return _any_of(*WORDS.values(), *CAUSES.values())


def named_illness(text: str, *, work: str = "") -> str | None:
    """The first words in `text` that look like a diagnosis.

    What the name of the work holds is work: `Begeleider autisme`.
    """
    known = {word.casefold() for word in _illnesses().findall(work)}
    found = (one for one in _illnesses().findall(text) if one.casefold() not in known)
    return next(found, None)


def named_cause(text: str) -> str | None:
    """The first words in a sentence of a doctor that tell why: illness or treatment."""
    found = _causes().search(text)
    return found.group(0) if found else None


def causes_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text of a doctor names an illness or treatment: (start, end) each."""
    return tuple(found.span() for found in _causes().finditer(text))

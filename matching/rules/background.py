"""Rules over what somebody has: licences, diplomas, certificates, language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from matching.case import Case
from matching.demands.phrasing import plain
from matching.demands.scope import around
from matching.demands.sections import sentences
from matching.rules.proof import ask, finding, from_fact
from schemas.candidate import SearchProfile
from schemas.match import Finding
from schemas.vacancy import EDUCATION_LADDER

ADVERTS_REMEMBERED = 100_000  # the same adverts come back for every candidate
LANGUAGE_LADDER = ("A1", "A2", "B1", "B2", "C1", "C2")
_INCLUDES = {
    "B": {"AM"},
    "BE": {"B", "AM"},
    "C": {"B", "C1", "AM"},
    "C1": {"B", "AM"},
    "CE": {"C", "C1", "B", "BE", "AM"},
    "D": {"B", "D1", "AM"},
}
# Registrations and powers that take years or a closed route to get.
_CLOSED = ("big", "skj", "bevoegdheid", "code 95", "code95", "boa", "grijze pas", "wft")
_GIVEN = ("vog", "rijbewijs")
_NAMED_DIPLOMAS = (
    "verzorgende", "verpleegkundig", "doktersassistent", "apothekersassistent",
    "tandartsassistent", "kapper", "kapster", "schoonheidsspecialist", "pedagogisch",
    "onderwijsassistent", "pabo", "beveilig", "boa", "fysiotherap", "opticien",
    "pedicure", "helpende", "kraamverzorg",
)  # fmt: skip
_DIPLOMA = re.compile(
    rf"\b(?:(?:diploma|opleiding|papieren)\W+(?:\w+\W+){{0,3}}?({'|'.join(_NAMED_DIPLOMAS)})\w*"
    rf"|({'|'.join(_NAMED_DIPLOMAS)})\w*\W*(?:\w+\W+){{0,2}}?diploma\w*|\b(pabo)-?diploma)"
)
_MAY_FOLLOW = re.compile(
    r"\bof (?:je )?(?:gaat|bent bereid|haalt|volgt)|\bof vergelijkba|\bof bereid"
    r"|via ons|halen|\bin opleiding|zij-instroom|bijvoorbeeld|wij leiden|leren|kennis"
)


def licences(case: Case) -> Iterator[Finding]:
    """Driving licences that are required and not held."""
    held = set(case.profile.licences)
    held |= {small for big in held for small in _INCLUDES.get(big, set())}
    for licence in case.vacancy.licences:
        words = rf"rijbewijs[^\n.]{{0,20}}\b{licence}\b|rijbewijs"
        if licence in held:
            made = finding("reason", "licences", f"Heeft het rijbewijs {licence}.")
        else:
            text = f"Rijbewijs {licence} is vereist en niet in bezit."
            limit = f"rijbewijzen: {', '.join(case.profile.licences) or 'geen'}"
            made = finding("objection", "licences", text, limit=limit)
        yield from_fact(case.vacancy, made, words)


def education(case: Case) -> Iterator[Finding]:
    """A required diploma is hard; a level of working and thinking is not."""
    asked, held = case.vacancy.education_min, case.profile.education
    if asked is None or asked == "none":
        return
    if held is None:
        yield ask("education_min")
        return
    short = EDUCATION_LADDER.index(asked) - EDUCATION_LADDER.index(held)
    name = LEVEL_NAMES[asked]
    words = rf"{re.escape(asked[:3])}[^\n.]{{0,30}}"
    if short <= 0:
        made = finding("reason", "education_min", f"Niveau past: {name} gevraagd.")
    elif case.vacancy.education_strict:
        text = f"Een diploma op {name}-niveau is vereist."
        limit = f"opleiding: {case.profile.education_text or LEVEL_NAMES[held]}"
        made = finding("objection", "education_min", text, limit=limit)
    elif short > _STEPS_BY_EXPERIENCE:
        made = ask("education_min")
    else:
        text = f"{name} werk- en denkniveau, geen diploma-eis: ervaring telt."
        made = finding("assumption", "education_min", text)
    yield from_fact(case.vacancy, made, words)


_STEPS_BY_EXPERIENCE = 4
LEVEL_NAMES = {
    "none": "zonder diploma",
    "vmbo": "vmbo",
    "mbo1": "mbo-1",
    "mbo2": "mbo-2",
    "mbo3": "mbo-3",
    "mbo4": "mbo-4",
    "hbo": "hbo",
    "wo": "wo",
}


def named_diploma(case: Case) -> Iterator[Finding]:
    """A diploma in a named, closed field is hard even where the level fits."""
    if not case.vacancy.education_strict:
        return
    has = diplomas_held(case.profile)
    for subject, start, end in diplomas_named(case.vacancy.text):
        if subject not in has:
            yield Finding(
                kind="objection",
                field="education_min",
                text="Een diploma in dit vak is vereist.",
                quote=case.vacancy.text[start:end],
                part="text",
                offset=start,
                limit=f"opleiding: {case.profile.education_text or 'onbekend'}",
            )
            return


def diplomas_held(profile: SearchProfile) -> str:
    """The words in which the subject of a diploma is looked for."""
    return plain(" ".join([profile.education_text, *profile.certificates]))


@lru_cache(maxsize=ADVERTS_REMEMBERED)
def diplomas_named(text: str) -> tuple[tuple[str, int, int], ...]:
    """The closed fields of which a text requires a diploma, and where it says so."""
    easy = plain(text)
    if not _DIPLOMA.search(easy):
        return ()
    parts = [
        part for part in sentences(text) if part.section not in {"bieden", "bedrijf"}
    ]
    found = [
        (match, (part.start, part.end))
        for part in parts
        if (match := _DIPLOMA.search(easy, part.start, part.end))
    ]
    return tuple(
        (match[1] or match[2] or match[3], *match.span())
        for match, sentence in found
        if not _open(easy, match.span(), sentence)
    )


def certificates(case: Case) -> Iterator[Finding]:
    """Certificates one can get in weeks are a question, closed registers are not."""
    held = {plain(one) for one in case.profile.certificates}
    for certificate in case.vacancy.certificates:
        name = plain(certificate)
        words = re.escape(certificate)
        if any(name in one or one in name for one in held):
            made = finding("reason", "certificates", f"Heeft {certificate}.")
        elif name.startswith(_GIVEN):
            made = finding(
                "assumption", "certificates", f"{certificate} is aan te vragen."
            )
        elif name.startswith(_CLOSED):
            text = f"{certificate} is vereist en niet in bezit."
            limit = f"certificaten: {', '.join(case.profile.certificates) or 'geen'}"
            made = finding("objection", "certificates", text, limit=limit)
        else:
            text = f"Kan {certificate} na de start worden gehaald?"
            made = finding("question", "certificates", text)
        yield from_fact(case.vacancy, made, words)


def language(case: Case) -> Iterator[Finding]:
    """One step short can be learned on the job; two steps cannot."""
    asked, held = case.vacancy.dutch_level, case.profile.dutch_level
    if asked not in LANGUAGE_LADDER:
        return
    if held not in LANGUAGE_LADDER:
        yield from_fact(case.vacancy, ask("dutch_level"), r"nederlands\w*")
        return
    short = LANGUAGE_LADDER.index(asked) - LANGUAGE_LADDER.index(held)
    if short <= 0:
        made = finding("reason", "dutch_level", f"Nederlands past: {asked} gevraagd.")
    elif short == 1:
        made = ask("dutch_level")
    else:
        text = f"Nederlands op {asked} is vereist."
        made = finding("objection", "dutch_level", text, limit=f"Nederlands {held}")
    yield from_fact(case.vacancy, made, r"[^\n.,;]{0,40}nederlands\w*")


def _open(easy: str, span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Denied, one example of many, or to be gained while working there."""
    if around(easy, span, sentence).stance == "denied":
        return True
    return _MAY_FOLLOW.search(easy, *sentence) is not None

"""Two adverts compared without a database, the way `recluster` compares them."""

from collections.abc import Sequence
from typing import Any

from crawlers.clustering.advert import Advert, Wording, wording_of
from crawlers.clustering.candidates import pairs_to_read
from crawlers.clustering.fingerprint import advert_of, fingerprint
from crawlers.clustering.packing import unpack_sentences
from crawlers.clustering.same_job import Likeness, likeness
from crawlers.clustering.sketch import Sketch
from schemas.tables.fingerprints import Unread
from schemas.tables.same_jobs import Comparable
from schemas.vacancy import Vacancy
from tests.builders import vacancy

TEXT = """\
In ons distributiecentrum aan de rand van de stad gaan elke nacht duizenden pakketten weg.
Jij zorgt dat de pallets van de ochtendploeg op tijd bij het juiste dock staan.
Je rijdt op een elektrische pallettruck en scant wat je verplaatst.
Als een zending niet klopt, zoek je met de planner uit waar het misging.
Aan het eind van je dienst veeg je het gangpad aan en zet je de trucks aan de lader.

Wat we van je vragen:
- je kunt een hele dag lopen en af en toe een doos van vijftien kilo tillen
- je leest Nederlandse etiketten zonder hulp van een collega
- je bent op dinsdag en donderdag altijd beschikbaar, de rest is in overleg

Wat we je geven:
- een contract van een jaar dat bij wederzijds genoegen wordt omgezet
- elke maand een overzicht van je toeslagen, in gewone taal uitgelegd
- een kantine waar de soep echt uit een pan komt
"""


def advert(**facts: Any) -> Vacancy:
    """An advert with enough wording to be recognised by."""
    plain = {"text": TEXT, "title": "Medewerker expeditie", "employer": "Loods De Kade"}
    return vacancy(**{"source_key": "k-100200", **plain, **facts})


def compared(one: Vacancy) -> tuple[Advert, Wording]:
    """What is compared of an advert; nothing of it is boilerplate."""
    read = fingerprint(
        Unread(
            id=one.id,
            source=one.source,
            source_key=one.source_key,
            url=one.url,
            title=one.title,
            employer=one.employer,
            place=one.place,
            postcode=one.postcode,
            text=one.text,
            content_hash=None,
        )
    )
    wording = wording_of(unpack_sentences(read.marks, read.shingles), ())
    row = Comparable(
        id=one.id,
        source=one.source,
        title=read.title,
        employer=read.employer,
        is_intermediary=one.employer_is_intermediary,
        place=read.place,
        postcode=one.postcode,
        lat=one.lat,
        lon=one.lon,
        hours_min=one.hours_min,
        hours_max=one.hours_max,
        salary_min=one.salary_min,
        salary_max=one.salary_max,
        language=one.language,
        reference=read.reference,
        size=len(wording.core),
        sketch=Sketch.of(wording.core).packed,
        is_fresh=True,
    )
    return advert_of(row), wording


def likeness_of(one: Vacancy, other: Vacancy) -> Likeness | None:
    """How alike two adverts of one job are; None for two jobs."""
    (first, wording), (second, other_wording) = compared(one), compared(other)
    return likeness(first, second, wording, other_wording)


def are_one(one: Vacancy, other: Vacancy) -> bool:
    """Whether they are found, in their place or at their employer, and are one job."""
    adverts = [compared(one)[0], compared(other)[0]]
    found = any(list(pairs_to_read(adverts, in_place=there)) for there in (True, False))
    return found and likeness_of(one, other) is not None


def paragraphs(text: str, *which: int) -> str:
    """Some of the paragraphs of a text, in that order."""
    parts: Sequence[str] = text.strip().split("\n\n")
    return "\n\n".join(parts[number] for number in which)

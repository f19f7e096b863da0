"""From a sent form to a zoekprofiel, and back; decides, and touches nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from werkzeug.datastructures import MultiDict

from schemas.candidate import SearchProfile, TravelMode
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Education, Shift
from webapp.writing import words
from webapp.writing.clashes import guarded
from webapp.writing.diagnoses import named_illness
from webapp.writing.fields import Fields

MOST_LINES = 20
LONGEST_LINE = 120
LONGEST_TRAVEL = 240

LISTS = ("former_jobs", "search_directions", "second_directions", "certificates")
PROSE = ("experience", "wishes", "education_text")
NAMES_ILLNESS = (
    "Dit lijkt een diagnose. Gaat het over de kandidaat? Schrijf dan alleen wat iemand "
    "kan of niet kan. Gaat het over het werk? Zeg dat dan onder aan dit formulier."
)
ABOUT_WORK = "Kruis dit aan als het zo is. Anders: haal de woorden weg."

GUARD = guarded(
    {
        "search_directions": "Zoekrichtingen",
        "second_directions": "Mag ook",
        "former_jobs": "Vroegere banen",
        "experience": "Ervaring",
        "wishes": "Wensen",
        "education_text": "Diploma’s",
        "education": "Hoogste niveau",
        "dutch_level": "Nederlands",
        "certificates": "Certificaten",
        "licences": "Rijbewijzen",
        "place": "Woonplaats",
        "postcode": "Postcode",
        "travel_minutes": "Reistijd",
        "travel_modes": "Reist met",
        "excluded_shifts": "Werkt niet in",
    },
    education=cast(Mapping[str, str], words.EDUCATION),
    dutch_level=words.DUTCH_LEVELS,
    licences=words.LICENCES,
    travel_modes=words.TRAVEL_MODES,
    excluded_shifts=words.EXCLUDED_SHIFTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProfile:
    """What a form held; `warnings` are worth saying but stop nothing."""

    profile: SearchProfile
    errors: Mapping[str, str]
    warnings: tuple[str, ...]


def read_profile(form: MultiDict[str, str], gazetteer: Gazetteer) -> ReadProfile:
    """The zoekprofiel in a form, located if the gazetteer knows the place."""
    fields = Fields(form)
    profile = SearchProfile(
        former_jobs=_lines(fields, "former_jobs"),
        education=cast(Education | None, _choice(form, "education", words.EDUCATION)),
        education_text=fields.prose("education_text", on_illness=None),
        experience=fields.prose("experience", on_illness=None),
        wishes=fields.prose("wishes", on_illness=None),
        search_directions=_lines(fields, "search_directions"),
        second_directions=_lines(fields, "second_directions"),
        place=fields.line("place"),
        postcode4=_postcode(fields),
        lat=None,
        lon=None,
        travel_modes=cast(
            tuple[TravelMode, ...], _ticked(form, "travel_modes", words.TRAVEL_MODES)
        ),
        travel_minutes=_minutes(fields),
        licences=_ticked(form, "licences", words.LICENCES),
        certificates=_lines(fields, "certificates"),
        dutch_level=_choice(form, "dutch_level", dict(words.DUTCH_LEVELS)),
        excluded_shifts=cast(
            tuple[Shift, ...], _ticked(form, "excluded_shifts", words.EXCLUDED_SHIFTS)
        ),
    )
    if not profile.former_jobs and not profile.search_directions:
        fields.errors.setdefault(
            "search_directions",
            "Vul een zoekrichting of een vroegere baan in. Anders valt er niets te "
            "zoeken.",
        )
    _ask_whether_it_is_work(fields, profile)
    located = _located(profile, gazetteer)
    return ReadProfile(
        profile=located, errors=fields.errors, warnings=tuple(_warnings(located))
    )


def as_form(profile: SearchProfile) -> MultiDict[str, str]:
    """A stored zoekprofiel as the form shows it."""
    shown: MultiDict[str, str] = MultiDict()
    for name in SearchProfile.__slots__:
        value = getattr(profile, name)
        if name in LISTS:
            shown[name] = "\n".join(value)
        elif isinstance(value, tuple | list):
            shown.setlist(name, list(value))
        elif value is not None:
            shown[name] = str(value)
    shown["postcode"] = profile.postcode4 or ""
    return shown


def _located(profile: SearchProfile, gazetteer: Gazetteer) -> SearchProfile:
    found = gazetteer.find(profile.place or None, profile.postcode4)
    if found is None:
        return profile
    place = profile.place or found.place
    return replace(profile, place=place, lat=found.lat, lon=found.lon)


def _warnings(profile: SearchProfile) -> list[str]:
    said = []
    if profile.lat is None:
        said.append(
            "Deze woonplaats kennen we niet, dus afstanden blijven onbekend. "
            "Vul de postcode of een plaats in de buurt in."
            if profile.place or profile.postcode4
            else "Er is geen woonplaats, dus afstanden blijven onbekend."
        )
    return said


def _ask_whether_it_is_work(fields: Fields, profile: SearchProfile) -> None:
    """Nothing with the name of an illness is kept before somebody says it is work."""
    if fields.ticked("about_work"):
        return
    for name in (*LISTS, *PROSE):
        if named_illness(_as_text(getattr(profile, name))):
            fields.errors |= {name: NAMES_ILLNESS, "about_work": ABOUT_WORK}


def _as_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _lines(fields: Fields, name: str) -> tuple[str, ...]:
    lines = [
        " ".join(line.split())
        for line in fields.prose(name, on_illness=None).splitlines()
    ]
    kept = tuple(dict.fromkeys(line for line in lines if line))
    if len(kept) > MOST_LINES or any(len(line) > LONGEST_LINE for line in kept):
        fields.errors[name] = (
            f"Hoogstens {MOST_LINES} regels van {LONGEST_LINE} tekens."
        )
    return kept


def _choice(
    form: Mapping[str, str], name: str, options: Mapping[Any, str]
) -> str | None:
    value = form.get(name, "")
    return value if value in options else None


def _ticked(
    form: MultiDict[str, str], name: str, options: words.Choices
) -> tuple[str, ...]:
    sent = form.getlist(name)
    return tuple(value for value, _ in options if value in sent)


def _postcode(fields: Fields) -> str | None:
    """Four digits count; the letters of a whole postcode are not kept."""
    text = fields.line("postcode")
    if not text:
        return None
    digits, letters = text[:4], text[4:].strip()
    right = digits.isascii() and digits.isdigit() and digits[0] != "0"
    if len(digits) == 4 and right and (not letters or _are_letters(letters)):
        return digits
    fields.errors["postcode"] = "Vul een postcode in, bijvoorbeeld 3512 of 3512 AB."
    return None


def _are_letters(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha()


def _minutes(fields: Fields) -> int | None:
    text = fields.line("travel_minutes")
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text[:9]) <= LONGEST_TRAVEL:
        return int(text)
    fields.errors["travel_minutes"] = (
        f"Vul hele minuten in, van 0 tot {LONGEST_TRAVEL}."
    )
    return None

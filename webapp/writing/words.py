"""Dutch words for what the types call by an English name."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from flask import Flask

from schemas.capacity import DocumentKind
from schemas.dossier import RejectReason
from schemas.tables.shelves import Shelf
from schemas.vacancy import Contract, Education, Remote

Key = TypeVar("Key")
Choices = tuple[tuple[str, str], ...]

EDUCATION: Mapping[Education, str] = {
    "none": "geen diploma",
    "vmbo": "vmbo",
    "mbo1": "mbo-1",
    "mbo2": "mbo-2",
    "mbo3": "mbo-3",
    "mbo4": "mbo-4",
    "hbo": "hbo",
    "wo": "universiteit",
}
TRAVEL_MODES: Choices = (("bike", "Fiets"), ("ov", "Openbaar vervoer"), ("car", "Auto"))
LICENCES: Choices = (
    ("AM", "AM (bromfiets)"),
    ("B", "B (auto)"),
    ("BE", "BE (auto met aanhanger)"),
    ("C", "C (vrachtwagen)"),
    ("CE", "CE (vrachtwagen met aanhanger)"),
    ("D", "D (bus)"),
    ("T", "T (trekker)"),
)
DUTCH_LEVELS: Choices = (
    ("A1", "A1 – losse woorden"),
    ("A2", "A2 – eenvoudige zinnen"),
    ("B1", "B1 – redt zich in gesprekken"),
    ("B2", "B2 – goed in woord en geschrift"),
    ("C1", "C1 – vloeiend"),
    ("C2", "C2 – als moedertaal"),
)
EXCLUDED_SHIFTS: Choices = (
    ("evening", "Avond"),
    ("night", "Nacht"),
    ("weekend", "Weekend"),
    ("standby", "Bereikbaarheidsdienst"),
)
SHIFTS: Mapping[str, str] = {
    "day": "overdag",
    "evening": "avond",
    "night": "nacht",
    "weekend": "weekend",
    "standby": "bereikbaarheidsdienst",
}
DOCUMENT_KINDS: Mapping[DocumentKind, str] = {
    "fml": "Functionele mogelijkhedenlijst (FML)",
    "izp": "Inzetbaarheidsprofiel (IZP)",
    "lab": "Lijst arbeidsmogelijkheden en beperkingen (LAB)",
    "bar": "Belastbaarheidsrapportage (BAR)",
    "ad_report": "Rapport van de arbeidsdeskundige",
    "other": "Ander document",
}
AUTHOR_ROLES: Choices = (
    ("bedrijfsarts", "Bedrijfsarts"),
    ("verzekeringsarts", "Verzekeringsarts"),
    ("arbeidsdeskundige", "Arbeidsdeskundige"),
    ("anders", "Iemand anders"),
)
BLOCKS: Mapping[str, str] = {
    "concentratie": "Concentratie en onderbrekingen",
    "tempo": "Tempo en deadlines",
    "structuur": "Structuur en voorspelbaarheid",
    "contact": "Contact met anderen",
    "risico": "Veiligheid en vervoer",
    "omgeving": "Omgeving",
    "kracht": "Kracht",
    "reiken": "Buigen, reiken, knielen en klimmen",
    "hand": "Handen, toetsenbord en muis",
    "houding": "Zitten, staan en lopen",
    "werktijden": "Werktijden",
}
REJECT_REASONS: Mapping[RejectReason, str] = {
    "too_heavy": "Te zwaar",
    "too_far": "Te ver",
    "too_many_hours": "Te veel uren",
    "other_work": "Ander werk",
    "education": "Opleiding past niet",
    "candidate_declines": "Kandidaat wil niet",
    "duplicate": "Dubbel",
    "expired": "Verlopen",
}
SHELVES: Mapping[str, tuple[Shelf, str]] = {  # by their word in the URL
    "past": ("past", "Past"),
    "uitzoeken": ("uitzoeken", "Uitzoeken"),
    "uitgesloten": ("past_niet", "Past niet"),
    "bewaard": ("saved", "Bewaard"),
    "afgewezen": ("rejected", "Afgewezen"),
}
CONTRACTS: Mapping[Contract, str] = {
    "permanent": "vast",
    "temporary": "tijdelijk",
    "agency": "via een uitzendbureau",
    "on_call": "oproep",
    "apprenticeship": "leerwerkplek",
    "volunteer": "vrijwilligerswerk",
}
REMOTE: Mapping[Remote, str] = {
    "none": "op de werkplek",
    "hybrid": "deels thuis",
    "full": "helemaal thuis",
}
UNITS: Mapping[str, str] = {
    "min": "minuten",
    "h": "uur",
    "n/h": "keer per uur",
    "kg": "kg",
    "kgf": "kgf",
    "cm": "cm",
    "°": "graden",
    "°C": "°C",
    "dB(A)": "dB(A)",
    "steps": "treden",
}
TRAVEL_WORDS: Mapping[str, str] = {"bike": "fiets", "ov": "OV", "car": "auto"}
FIELDS: Mapping[str, str] = {  # of findings that are about no capacity field
    "capacity": "Belastbaarheid",
    "hours_min": "Uren per week",
    "hours_day": "Uren per dag",
    "licences": "Rijbewijs",
    "education_min": "Opleiding",
    "certificates": "Certificaten",
    "dutch_level": "Nederlands",
    "distance": "Reizen",
    "likeness": "Soort werk",
    "expired": "Looptijd",
    "shift_day": "Werken overdag",
    "shift_evening": "Werken in de avond",
    "shift_night": "Werken in de nacht",
    "shift_weekend": "Werken in het weekend",
    "shift_standby": "Bereikbaarheidsdienst",
}
ORIGINS: Mapping[str, str] = {
    "text": "uit de tekst",
    "hand": "met de hand ingevuld",
    "json-ld": "gegevens van de pagina",
    "api": "gegevens van de site",
    "feed": "gegevens van de site",
    "html": "van de pagina",
}
# From this likeness on; the first bounds that hold.
LIKENESS: tuple[tuple[float, str], ...] = ((0.5, "sterk"), (0.3, "redelijk"))
WEAK = "zwak"


def likeness_word(score: float) -> str:
    """How alike, in a word: `sterk`, `redelijk` or `zwak`."""
    return next((word for bound, word in LIKENESS if score >= bound), WEAK)


def init(app: Flask) -> None:
    """Give the templates these words."""
    app.add_template_filter(likeness_word)
    app.add_template_filter(_in(EDUCATION), "education_word")
    app.add_template_filter(_in(SHIFTS), "shift_word")
    app.add_template_filter(_in(DOCUMENT_KINDS), "document_word")
    app.add_template_filter(_in(REJECT_REASONS), "reason_word")
    app.add_template_filter(_in(CONTRACTS), "contract_word")
    app.add_template_filter(_in(REMOTE), "remote_word")
    app.add_template_filter(_in(TRAVEL_WORDS), "travel_word")


def _in(words: Mapping[Key, str]) -> Callable[[Key], str]:
    return lambda key: words.get(key, str(key))

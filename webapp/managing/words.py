"""Words of the admin's pages."""

from collections.abc import Mapping

from schemas.account import Persona, ResetReason

PERSONA_WORDS: Mapping[Persona, str] = {
    "adviser": "Adviseurs",
    "candidate": "Kandidaten",
    "opdrachtgever": "Opdrachtgevers",
    "coordinator": "Coördinatoren",
    "admin": "Beheerders",
}
RESET_WORDS: Mapping[ResetReason, str] = {
    "lost": "Telefoon en herstelcodes kwijt",
    "broken": "De app werkt niet meer",
    "replaced": "Een nieuwe telefoon",
    "misuse": "Misschien gebruikt een ander het account",
}
CHOOSE_REASON = "Kies waarom de tweede stap weg moet."

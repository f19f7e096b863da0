"""Words of the admin's pages."""

from collections.abc import Mapping

from schemas.account import Persona

PERSONA_WORDS: Mapping[Persona, str] = {
    "adviser": "Adviseurs",
    "candidate": "Kandidaten",
    "opdrachtgever": "Opdrachtgevers",
    "coordinator": "Coördinatoren",
    "admin": "Beheerders",
}

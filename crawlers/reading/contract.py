"""Dutch text and schema.org words to a kind of contract and its months."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawlers.reading.clauses import clauses_asked
from crawlers.reading.numbers import read_count
from schemas.vacancy import Contract

COUNT = (
    r"(\d{1,2}|een|één|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|achttien)"
)
MONTHS = re.compile(rf"{COUNT}\s*(?:maanden|maand|mnd)\b", re.IGNORECASE)
YEARS = re.compile(
    rf"{COUNT}\s*(?:jaar|jaren|year)\b(?!\s*(?:ervaring|en ouder))", re.IGNORECASE
)
BOUND = (
    r"(?:contract(?:duur|periode)?|aanstelling|dienstverband|overeenkomst"
    r"|bepaalde tijd|benoeming"
    r"|tijdelijk\w*|project|vervanging|looptijd|initieel|aanvankelijk|in eerste "
    r"instantie|voor de duur|duur van|eerst)"
)
YEAR_CONTRACT = re.compile(
    r"(?<!half)(?<!half[ -])jaar(?:contract|overeenkomst)|contract (?:voor|van) "
    r"(?:1|een|één) jaar",
    re.IGNORECASE,
)
HALF_YEAR = re.compile(r"half ?-?jaar|halve jaar", re.IGNORECASE)
TEMPORARY = re.compile(
    r"jaarcontract|tijdelijk\w* (?:contract|aanstelling|dienstverband|baan"
    r"|functie|overeenkomst|project)"
    r"|(?<!on)bepaalde tijd|zwangerschap|ziektevervang|tijdelijke vervang"
    r"|seizoen(?:s)?(?:werk|contract|arbeid|kracht|baan)"
    r"|contract voor (?:het|de) (?:hele |duur |komende )?(?:seizoen|schooljaar"
    r"|zomer|winter|project)"
    r"|fixed[- ]term|\btemporary\b|tijdelijk met|project van \w+ maanden",
    re.IGNORECASE,
)
PERMANENT = re.compile(
    r"\bvaste? (?:contract|aanstelling|dienstverband|baan|dienst|arbeids\w+"
    r"|overeenkomst)"
    r"|onbepaalde tijd|permanent contract|\bin vaste dienst|contract:? vast\b"
    r"|direct vast",
    re.IGNORECASE,
)
TRIAL = re.compile(
    rf"proeftijd[^,.;]{{0,15}}{COUNT} maand\w*|{COUNT} maand\w* proeftijd",
    re.IGNORECASE,
)
PROSPECT = re.compile(
    r"\bna (?:\w+ ){0,2}(?:maanden|jaar)|uitzicht|zicht op|kans op|daarna"
    r"|vervolgens|mogelijkheid|intentie|bij goed|bij gebleken"
    r"|gevolgd door|op termijn|na een|later|perspectief|bij wederzijds",
    re.IGNORECASE,
)
KINDS: tuple[tuple[str, Contract], ...] = (
    (
        r"\bbbl\b|leer-?werk|leerling-|leerbaan|apprentice|\bstage\b|stagiair|\bintern(?:ship)?\b",
        "apprenticeship",
    ),
    (
        r"vrijwilliger(?:s?(?:werk|functie|vergoeding)|\b(?! (?:en|begeleiden"
        r"|aan)))|onbezoldigd|volunteer",
        "volunteer",
    ),
    (
        r"uitzend(?:contract|basis|overeenkomst|kracht|en\b)|fase a\b|fase-a"
        r"|detacher\w+|payroll|(?:via|bij|van) (?:het |ons |een )?uitzendbureau",
        "agency",
    ),
    (
        r"oproep(?:contract|basis|kracht|er\b|medewerker|overeenkomst)|\b(?:0|nul)-?uren|min-?max"
        r"|op afroep|flexpool|zero[- ]hours",
        "on_call",
    ),
)
LONGEST_TERM = 6  # years; longer is somebody's age or the firm's
VOLUNTEER_TITLE = re.compile(r"vrijwillig", re.IGNORECASE)
APPRENTICE_TITLE = re.compile(
    r"\bbbl\b|\bleerling(?:e\b|\b|-)|stag(?:e|iair)|leer-?werk", re.IGNORECASE
)
SCHEMA_TYPES: tuple[tuple[str, Contract], ...] = (
    (r"intern|stage|apprentic|trainee|bbl", "apprenticeship"),
    (r"volunt|vrijwillig", "volunteer"),
    (r"freelance|contract(?:or|ing)|agency|uitzend|detacher", "agency"),
    (r"per_?diem|on_?call|oproep|zero", "on_call"),
    (r"temporary|tijdelijk|fixed", "temporary"),
    (r"permanent|\bvast\b", "permanent"),
)


@dataclass(frozen=True, slots=True)
class ContractOffered:
    """The kind of contract it starts with, and for how many months if it says."""

    kind: Contract
    months: int | None
    raw: str


def read_contract(title: str, text: str) -> ContractOffered | None:
    """Read `jaarcontract met uitzicht op vast` as temporary for 12 months."""
    pieces = [clause.text for clause in clauses_asked(text)]
    if special := _by_title(title, pieces):
        return special
    for reader in (_special, _temporary, _permanent):
        for clause in pieces:
            if found := reader(clause):
                if found.kind in {"temporary", "apprenticeship"} and not found.months:
                    return _with_months(found, pieces)
                return found
    return None


def read_employment_types(types: Sequence[str]) -> ContractOffered | None:
    """Read schema.org or ATS words; full or part time alone says nothing."""
    for printed in types:
        for pattern, kind in SCHEMA_TYPES:
            if re.search(pattern, printed, re.IGNORECASE):
                return ContractOffered(kind, None, printed)
    return None


def _by_title(title: str, pieces: list[str]) -> ContractOffered | None:
    if VOLUNTEER_TITLE.search(title) and not re.search(
        r"coördinator", title, re.IGNORECASE
    ):
        return ContractOffered("volunteer", None, title)
    if APPRENTICE_TITLE.search(title):
        return _with_months(ContractOffered("apprenticeship", None, title), pieces)
    return None


def _special(clause: str) -> ContractOffered | None:
    for pattern, kind in KINDS:
        match = re.search(pattern, clause, re.IGNORECASE)
        if not match or re.search(
            r"(?:geen|niet)\W+(?:\w+\W+)?$", clause[: match.start()]
        ):
            continue
        if kind in {"apprenticeship", "volunteer"} and not re.search(
            r"contract|overeenkomst|bbl|vrijwilligers(?:werk|functie|vergoeding)|onbezoldigd",
            clause,
            re.IGNORECASE,
        ):
            continue
        if re.search(
            r"begeleid\w* (?:van )?(?:stagiair|vrijwillig)", clause, re.IGNORECASE
        ):
            continue
        return ContractOffered(
            kind, _months(clause) if kind == "apprenticeship" else None, clause
        )
    return None


def _temporary(clause: str) -> ContractOffered | None:
    months = _months(clause)
    if TEMPORARY.search(clause) or (
        months
        and re.search(BOUND, clause, re.IGNORECASE)
        and not re.search(r"vast\w* contract vanaf", clause)
    ):
        return ContractOffered("temporary", months, clause)
    return None


def _permanent(clause: str) -> ContractOffered | None:
    match = PERMANENT.search(clause)
    if not match or PROSPECT.search(clause[: match.start()]):
        return None
    return ContractOffered("permanent", None, clause)


def _months(clause: str) -> int | None:
    clause = TRIAL.sub("", clause)
    if year := YEAR_CONTRACT.search(clause):
        clause = clause[: year.start()]
    for bound in re.finditer(BOUND, clause, re.IGNORECASE):
        near = clause[max(0, bound.start() - 60) : bound.end() + 70]
        if months := _months_in(near):
            return months
    return 12 if year else None


def _months_in(near: str) -> int | None:
    if (match := MONTHS.search(near)) and (count := read_count(match.group(1))):
        return round(count)
    if re.search(r"ervaring|proeftijd", near, re.IGNORECASE):
        return None
    if HALF_YEAR.search(near):
        return 6
    if (match := YEARS.search(near)) and (count := read_count(match.group(1))):
        return round(count * 12) if count <= LONGEST_TERM else None
    return None


def _with_months(found: ContractOffered, pieces: list[str]) -> ContractOffered:
    months = next((m for clause in pieces if (m := _months(clause))), None)
    return ContractOffered(found.kind, months, found.raw)

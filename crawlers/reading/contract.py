"""Dutch text and schema.org words to a kind of contract and its months."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawlers.reading.clauses import Clause, Cut, cut, once_per_clause
from crawlers.reading.contract_term import BOUND, months_in, read_months
from crawlers.reading.topics import Topic
from schemas.vacancy import Contract

TEMPORARY = re.compile(
    r"jaarcontract|tijdelijk\w* (?:contract|aanstelling|dienstverband|baan"
    r"|functie|overeenkomst|project|arbeids)"
    r"|(?<!on)bepaalde tijd|zwangerschap|ziektevervang|tijdelijke vervang"
    r"|seizoen(?:s)?-?(?:werk|contract|arbeid|kracht|baan)"
    r"|(?:contract|aanstelling|dienstverband) (?:voor|tot) (?:het|de) "
    r"(?:hele |duur |einde? )?(?:van )?(?:het |de )?(?:komende |huidige )?"
    r"(?:seizoen|schooljaar|zomer|winter|project)"
    r"|fixed[- ]term|\btemporary\b|tijdelijk met|project van \w+ maanden"
    r"|(?:contract|dienstverband|aanstelling)\w*: ?tijdelijk"
    r"|(?:functie|baan|werk|contract|dienstverband) is tijdelijk|eerst tijdelijk"
    r"|tijdelijk,? (?:dan|daarna|later) vast"
)
PERMANENT = re.compile(
    r"\bvaste? (?:contract|aanstelling|dienstverband|baan|dienst|arbeids\w+"
    r"|overeenkomst)"
    r"|onbepaalde tijd|permanent contract|\bin vaste dienst|contract:? vast\b"
    r"|direct vast|\bvast(?= na \w+ (?:maanden|jaar))|(?:contract|dienstverband"
    r"|aanstelling)\w*: ?(?:vast|onbepaald)"
)
PROSPECT = re.compile(
    r"\bna (?:\w+ ){0,2}(?:maanden|jaar)|uitzicht|zicht op|kans op|daarna"
    r"|vervolgens|mogelijkheid|intentie|bij goed|bij gebleken"
    r"|gevolgd door|op termijn|na een|later|perspectief|bij wederzijds"
)
LEADS_TO = re.compile(r"(?:uitzicht|zicht|kans|perspectief) op")
# "een vast contract na een half jaar"; a trial of two months is none.
AFTER_A_TERM = re.compile(
    r"[^.,;]{0,20}?\bna (?!.{0,20}proeftijd)[^.,;]{0,20}?(?:jaar|maanden)\b"
)
TERM_BEFORE_PERMANENT = re.compile(r"vast\w* contract vanaf")
KIND_WORDS: tuple[tuple[str, Contract], ...] = (
    (
        r"bbl\b|leer-?werk|leerling-|leerbaan|leerovereen|apprentice"
        r"|stage(?:\b|overeen|contract)|stagiair|\bintern(?:ship)?\b",
        "apprenticeship",
    ),
    (
        r"vrijwilliger(?:s?(?:werk|functie|vergoeding|plek|plaats|baan)|\b(?! (?:en"
        r"|begeleiden|aan)))"
        r"|onbezoldigd|volunteer",
        "volunteer",
    ),
    (
        r"uitzend(?:contract|basis|overeenkomst|en\b|(?:ing)? via\b)"
        r"|als uitzendkracht|fase a\b|fase-a"
        r"|detacher\w+|gedetacheerd|payroll"
        r"|(?:via|bij|van) (?:het |ons |een )?uitzendbureau",
        "agency",
    ),
    (
        r"oproep(?:contract|basis|kracht\b|er\b|medewerker\b|overeenkomst)"
        r"|\b(?:0|nul)[- ]?uren|min[-/]?max|op afroep|flexpool|invalpool|zero[- ]hours",
        "on_call",
    ),
)
KINDS: tuple[tuple[re.Pattern[str], Contract], ...] = tuple(
    (re.compile(words), kind) for words, kind in KIND_WORDS
)
DENIED = re.compile(r"(?:geen|niet)\W+(?:\w+\W+)?$")
# A learner or volunteer may be a colleague; only these words offer such a contract.
OFFERED = re.compile(
    r"contract|overeenkomst|bbl-?(?:plek|plaats|baan|functie)|dienstverband: ?bbl"
    r"|vrijwilligers(?:werk|functie|vergoeding|plek|plaats|baan)|onbezoldigd"
)
GUIDED = re.compile(
    r"(?:begeleid|aanstur|stuurt|opleid)\w*[^.;]{0,25}(?:stagiair|vrijwillig|bbl|leerling)"
)
APPRENTICE_TITLE = re.compile(
    r"\bbbl\b|\bleerling(?:e\b|\b|-)|stag(?:e|iair)|leer-?werk"
)
SCHEMA_WORDS: tuple[tuple[str, Contract], ...] = (
    (r"intern|stage|apprentic|trainee|bbl", "apprenticeship"),
    (r"volunt|vrijwillig", "volunteer"),
    (r"freelance|contract(?:or|ing)|agency|uitzend|detacher", "agency"),
    (r"per_?diem|on_?call|oproep|zero", "on_call"),
    (r"temporary|tijdelijk|fixed", "temporary"),
    (r"permanent|\bvast\b", "permanent"),
)
SCHEMA_TYPES: tuple[tuple[re.Pattern[str], Contract], ...] = tuple(
    (re.compile(words), kind) for words, kind in SCHEMA_WORDS
)


@dataclass(frozen=True, slots=True)
class ContractOffered:
    """The kind of contract it starts with, and for how many months if it says."""

    kind: Contract
    months: int | None
    raw: str


def read_contract(title: str, text: str) -> ContractOffered | None:
    """Read `jaarcontract met uitzicht op vast` as temporary for 12 months."""
    advert = cut(text)
    found = _by_title(title) or _in_text(advert)
    if not found or found.months or found.kind not in {"temporary", "apprenticeship"}:
        return found
    told = advert.telling("contract")
    months = next((m for clause in told if (m := _months(clause))), None)
    return ContractOffered(found.kind, months, found.raw)


def read_employment_types(types: Sequence[str]) -> ContractOffered | None:
    """Read schema.org or ATS words; full or part time alone says nothing."""
    for printed in types:
        if kind := _kind_of_type(printed):
            return ContractOffered(kind, None, printed)
    return None


@lru_cache(maxsize=256)  # there are only so many such words
def _kind_of_type(printed: str) -> Contract | None:
    low = printed.lower()
    return next((kind for words, kind in SCHEMA_TYPES if words.search(low)), None)


def _by_title(title: str) -> ContractOffered | None:
    low = cut(title).low
    if "vrijwillig" in low and "coordinator" not in low.replace("ö", "o"):
        return ContractOffered("volunteer", None, title)
    if APPRENTICE_TITLE.search(low):
        return ContractOffered("apprenticeship", None, title)
    return None


def _in_text(advert: Cut) -> ContractOffered | None:
    for topic, reader in READERS:
        for clause in advert.telling(topic):
            if found := reader(clause):
                return found
    return None


@once_per_clause
def _months(clause: Clause) -> int | None:
    return read_months(clause.low)


@once_per_clause
def _special(clause: Clause) -> ContractOffered | None:
    for pattern, kind in KINDS:
        match = pattern.search(clause.low)
        if not match or DENIED.search(clause.low[: match.start()]):
            continue
        learns = kind in {"apprenticeship", "volunteer"}
        if GUIDED.search(clause.low) or (learns and not OFFERED.search(clause.low)):
            continue
        lasting = kind in {"apprenticeship", "on_call"}
        months = read_months(clause.low) if lasting else None
        return ContractOffered(kind, months, clause.text)
    return None


@once_per_clause
def _temporary(clause: Clause) -> ContractOffered | None:
    months = read_months(clause.low)
    if TEMPORARY.search(clause.low) or (
        months
        and BOUND.search(clause.low)
        and not TERM_BEFORE_PERMANENT.search(clause.low)
    ):
        return ContractOffered("temporary", months, clause.text)
    return None


@once_per_clause
def _permanent(clause: Clause) -> ContractOffered | None:
    match = PERMANENT.search(clause.low)
    if not match or PROSPECT.search(clause.low[: match.start()]):
        return None
    if after := AFTER_A_TERM.match(clause.low, match.end()):
        return ContractOffered("temporary", months_in(after.group()), clause.text)
    return ContractOffered("permanent", None, clause.text)


@once_per_clause
def _prospect(clause: Clause) -> ContractOffered | None:
    """`Uitzicht op een vast contract` alone: then it begins as a temporary one."""
    match = PERMANENT.search(clause.low)
    if not match or not LEADS_TO.search(clause.low[: match.start()]):
        return None
    return ContractOffered("temporary", None, clause.text)


# What it begins with comes before what it may become.
READERS: tuple[tuple[Topic, Callable[[Clause], ContractOffered | None]], ...] = (
    ("special contract", _special),
    ("contract", _temporary),
    ("permanent", _permanent),
    ("permanent", _prospect),
)

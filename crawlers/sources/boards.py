"""Boards that we leave alone, each with the reason and when that was looked up."""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import urlsplit

# What may follow a brand: `.com`, `.nl`, and the likes of `.co.uk` and `.com.au`.
SUFFIX = r"(?:[a-z]{2,24}|(?:co|com)\.[a-z]{2})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board and its `sites`, subdomains included.

    `indeed.*` is a brand that is a domain in many countries; of `europa.eu/eures` only
    what is below that path belongs to the board. `reason` goes on after the board's
    name; `looked_up` is year and month.
    """

    name: str
    sites: tuple[str, ...]
    reason: str
    looked_up: str
    patterns: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Make the patterns that an address on this board matches."""
        object.__setattr__(self, "patterns", tuple(map(_pattern_of, self.sites)))

    def has(self, host: str, path: str) -> bool:
        """Whether a host and path are of this board; a look-alike name is not."""
        return any(pattern.match(host + path) for pattern in self.patterns)


def _pattern_of(site: str) -> re.Pattern[str]:
    """Of a host and path together; both end where a name ends."""
    domain = re.escape(site).replace(r"\.\*", rf"\.{SUFFIX}")
    return re.compile(rf"(?:[\w-]+\.)*{domain}(?:/|$)")


TERMS = "de voorwaarden verbieden het automatisch verzamelen van vacatures"
TERMS_ON_DATA = "de voorwaarden verbieden het automatisch verzamelen van gegevens"
OF_OTHERS = (
    "dit is een verzameling van andermans vacatures; neem ze bij de werkgever zelf"
    " (Databankenwet)"
)
OF_ADVERTISERS = (
    "een advertentiebank heeft databankrecht (Databankenwet): vraag DPG Media eerst om"
    " toestemming"
)
BOARDS: tuple[Board, ...] = (
    Board(
        name="werk.nl",
        sites=("werk.nl",),
        reason="UWV verbiedt in de voorwaarden (art. 13) het automatisch verzamelen"
        " van vacatures; verwijs door of vraag UWV om toestemming",
        looked_up="2026-09",
    ),
    Board(name="Indeed", sites=("indeed.*",), reason=TERMS, looked_up="2026-09"),
    Board(
        name="LinkedIn",
        sites=("linkedin.*", "lnkd.in"),
        reason=TERMS_ON_DATA,
        looked_up="2026-09",
    ),
    Board(
        name="Glassdoor",
        sites=("glassdoor.*",),
        reason=TERMS_ON_DATA,
        looked_up="2026-09",
    ),
    Board(
        name="Malt",
        sites=("malt.*",),
        reason="de voorwaarden (art. 10) verbieden het verzamelen en hergebruiken van"
        " gegevens, en opdrachten staan achter een account",
        looked_up="2026-09",
    ),
    Board(
        name="Randstad Enterprise",
        sites=("randstadenterprise.com",),
        reason="de voorwaarden (art. 3.3) verbieden automatisch zoeken en verzamelen",
        looked_up="2026-09",
    ),
    Board(
        name="Werkzoeken.nl",
        sites=("werkzoeken.nl",),
        reason="de site weert robots op elke pagina, en zo'n muur is een nee",
        looked_up="2026-09",
    ),
    Board(
        name="Freelance.nl",
        sites=("freelance.nl",),
        reason="robots.txt verbiedt de hele site",
        looked_up="2026-09",
    ),
    Board(
        name="ICTerGezocht",
        sites=("ictergezocht.nl",),
        reason="robots.txt verbiedt elke weg naar de vacatures",
        looked_up="2026-09",
    ),
    Board(name="Jooble", sites=("jooble.*",), reason=OF_OTHERS, looked_up="2026-09"),
    Board(name="Jobbird", sites=("jobbird.*",), reason=OF_OTHERS, looked_up="2026-09"),
    Board(
        name="Nationale Vacaturebank",
        sites=("nationalevacaturebank.nl",),
        reason=OF_ADVERTISERS,
        looked_up="2026-09",
    ),
    Board(
        name="Intermediair",
        sites=("intermediair.nl",),
        reason=OF_ADVERTISERS,
        looked_up="2026-09",
    ),
    Board(
        name="EURES",
        sites=("europa.eu/eures", "eures.europa.eu"),
        reason="de Nederlandse vacatures komen van UWV; of ze verzameld mogen worden,"
        " is nog niet uitgezocht",
        looked_up="2026-09",
    ),
)
# One look for all of them: nearly every address is on none.
ON_ANY = re.compile(
    "|".join(pattern.pattern for board in BOARDS for pattern in board.patterns)
)


def board_of(url: str) -> Board | None:
    """The board that an address is on, when it is one that we leave alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    # Wide letters become plain ones on the way to the name server.
    host = unicodedata.normalize("NFKC", parts.hostname or "").lower().rstrip(".")
    if not ON_ANY.match(host + parts.path):
        return None
    return next((board for board in BOARDS if board.has(host, parts.path)), None)


def forbidden_board(url: str) -> str | None:
    """Why a board is left alone, or None for any other site."""
    if (board := board_of(url)) is None:
        return None
    return f"{board.name} laten wij met rust: {board.reason}"

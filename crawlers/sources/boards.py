"""Boards that we leave alone, each with the reason and when that was looked up."""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import urlsplit

# What may follow a brand: `.com`, `.nl`, and the likes of `.co.uk` and `.com.au`.
SUFFIX = r"(?:[a-z]{2,24}|(?:co|com)\.[a-z]{2})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board: its domains, or the brand that is a domain in many countries.

    Subdomains count. With `path` only the addresses below it belong to the board.
    `reason` goes on after the board's name; `looked_up` is year and month.
    """

    name: str
    reason: str
    looked_up: str
    domains: tuple[str, ...] = ()
    brand: str | None = None
    path: str = ""
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Make the pattern that a host of this board matches as a whole."""
        names = [re.escape(domain) for domain in self.domains]
        if self.brand:
            names.append(rf"{re.escape(self.brand)}\.{SUFFIX}")
        pattern = re.compile(rf"(?:[\w-]+\.)*(?:{'|'.join(names)})")
        object.__setattr__(self, "pattern", pattern)

    def has(self, host: str, path: str) -> bool:
        """Whether a host and path are of this board; a look-alike name is not."""
        below = path == self.path or path.startswith(f"{self.path}/")
        return bool(self.pattern.fullmatch(host)) and (below or not self.path)


BOARDS: tuple[Board, ...] = (
    Board(
        name="werk.nl",
        domains=("werk.nl",),
        reason="UWV verbiedt in de voorwaarden (art. 13) het automatisch verzamelen"
        " van vacatures; verwijs door of vraag UWV om toestemming",
        looked_up="2026-09",
    ),
    Board(
        name="Indeed",
        brand="indeed",
        reason="de voorwaarden verbieden het automatisch verzamelen van vacatures",
        looked_up="2026-09",
    ),
    Board(
        name="LinkedIn",
        brand="linkedin",
        domains=("lnkd.in",),
        reason="de voorwaarden verbieden het automatisch verzamelen van gegevens",
        looked_up="2026-09",
    ),
    Board(
        name="Glassdoor",
        brand="glassdoor",
        reason="de voorwaarden verbieden het automatisch verzamelen van gegevens",
        looked_up="2026-09",
    ),
    Board(
        name="Malt",
        brand="malt",
        reason="de voorwaarden (art. 10) verbieden het verzamelen en hergebruiken van"
        " gegevens, en opdrachten staan achter een account",
        looked_up="2026-09",
    ),
    Board(
        name="Randstad Enterprise",
        domains=("randstadenterprise.com",),
        reason="de voorwaarden (art. 3.3) verbieden automatisch zoeken en verzamelen",
        looked_up="2026-09",
    ),
    Board(
        name="Werkzoeken.nl",
        domains=("werkzoeken.nl",),
        reason="de site weert robots op elke pagina, en zo'n muur is een nee",
        looked_up="2026-09",
    ),
    Board(
        name="Freelance.nl",
        domains=("freelance.nl",),
        reason="robots.txt verbiedt de hele site",
        looked_up="2026-09",
    ),
    Board(
        name="ICTerGezocht",
        domains=("ictergezocht.nl",),
        reason="robots.txt verbiedt elke weg naar de vacatures",
        looked_up="2026-09",
    ),
    Board(
        name="Jooble",
        brand="jooble",
        reason="dit is een verzameling van andermans vacatures; neem ze bij de"
        " werkgever zelf (Databankenwet)",
        looked_up="2026-09",
    ),
    Board(
        name="Jobbird",
        brand="jobbird",
        reason="dit is een verzameling van andermans vacatures; neem ze bij de"
        " werkgever zelf (Databankenwet)",
        looked_up="2026-09",
    ),
    Board(
        name="Nationale Vacaturebank",
        domains=("nationalevacaturebank.nl",),
        reason="een advertentiebank heeft databankrecht (Databankenwet): vraag DPG"
        " Media eerst om toestemming",
        looked_up="2026-09",
    ),
    Board(
        name="Intermediair",
        domains=("intermediair.nl",),
        reason="een advertentiebank heeft databankrecht (Databankenwet): vraag DPG"
        " Media eerst om toestemming",
        looked_up="2026-09",
    ),
    Board(
        name="EURES",
        domains=("europa.eu",),
        path="/eures",
        reason="de Nederlandse vacatures komen van UWV; of ze verzameld mogen worden,"
        " is nog niet uitgezocht",
        looked_up="2026-09",
    ),
    Board(
        name="EURES",
        domains=("eures.europa.eu",),
        reason="de Nederlandse vacatures komen van UWV; of ze verzameld mogen worden,"
        " is nog niet uitgezocht",
        looked_up="2026-09",
    ),
)


def board_of(url: str) -> Board | None:
    """The board that an address is on, when it is one that we leave alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    # Wide letters become plain ones on the way to the name server.
    host = unicodedata.normalize("NFKC", parts.hostname or "").lower().rstrip(".")
    return next((board for board in BOARDS if board.has(host, parts.path)), None)


def forbidden_board(url: str) -> str | None:
    """Why a board is left alone, or None for any other site."""
    if (board := board_of(url)) is None:
        return None
    return f"{board.name} laten wij met rust: {board.reason}"

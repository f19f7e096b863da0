"""Which lines of an advert may tell whom to ask: only those are read for names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

# One of these stands in every line that tells whom to ask.
STEMS = tuple(
    stem.encode()
    for stem in (
        " bel ", " bellen", "mail", " app", "whatsapp", "contact", "recruit", "vra",
        "informatie", "inlichting", "terecht", "t.a.v", "attentie", "groet",
        "leidinggev", "leider", "leidster", "coach", "manager", " heer ", "mevr",
        " mw", "dhr", "stuur ", "richt", " naam", "kennismak", "gesprek", "koffie",
        "intercedent", "directeur", "eigenaar", "adviseur", "#", "sollicit", "hoofd",
        "reag", "reactie", " hoor", "aanmeld", "ordinator", " call ", "begeleid",
        "consultant", "planner", "brief", "[", "kennis te mak", "reach out",
    )
)  # fmt: skip
# The same, begun at the end of one line and ended on the next.
RUNNING_ON = ((b"kennis", b"te mak"), (b"kennis te", b"mak"), (b"reach", b"out"))
BEGINNINGS = tuple(begin for begin, _ in RUNNING_ON)
COLLEAGUE = re.compile(r"ollega(?:'s)? (?=[A-ZÀ-Þ])")
Asks = Literal["yes", "no", "with the next"]
# Lines met before, for employers print the same under every advert: those that ask
# nothing, which are most, and what is known of the others.
SILENT: set[str] = set()
KNOWN: dict[str, Asks] = {}
MOST_KNOWN = 8192  # of each kind
LONGEST_KNOWN = 300  # characters; few longer lines ever come back


def asking_lines(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that may tell whom to ask."""
    loud = [number for number, line in enumerate(lines) if line not in SILENT]
    known = {lines[number]: KNOWN.get(lines[number]) for number in loud}
    if new := [line for line, asks in known.items() if asks is None]:
        judged = _judged(new)
        known |= judged
        _remember(judged)
    return [
        number
        for number in loud
        if (asks := known[lines[number]]) == "yes"
        or (asks == "with the next" and _runs_on(*lines[number : number + 3]))
    ]


def _remember(judged: Mapping[str, Asks]) -> None:
    if len(KNOWN) > MOST_KNOWN or len(SILENT) > MOST_KNOWN:
        KNOWN.clear()
        SILENT.clear()
    for line, asks in judged.items():
        if len(line) > LONGEST_KNOWN:
            continue
        if asks == "no":
            SILENT.add(line)
        else:
            KNOWN[line] = asks


def _judged(lines: Sequence[str]) -> dict[str, Asks]:
    judged: dict[str, Asks] = dict.fromkeys(lines, "no")
    for line in lines:
        if _small(line).endswith(BEGINNINGS):
            judged[line] = "with the next"
    for number in _asking(lines):
        judged[lines[number]] = "yes"
    return judged


def _asking(lines: Sequence[str]) -> Iterator[int]:
    # In bytes a stem is found several times as quickly as in letters. A space stands
    # around each line, as around each word.
    text = " \n ".join(lines)
    small = b" %s \n" % _small(text)
    for stem in STEMS:
        place = small.find(stem)
        while place >= 0:
            yield small.count(b"\n", 0, place)
            place = small.find(stem, small.find(b"\n", place))
    for colleague in COLLEAGUE.finditer(text):
        yield text.count("\n", 0, colleague.start())


def _runs_on(line: str, *behind: str) -> bool:
    small, rest = _small(line), _small(" ".join(behind))
    return any(
        small.endswith(begin) and rest.startswith(end) for begin, end in RUNNING_ON
    )


def _small(text: str) -> bytes:
    return text.encode(errors="surrogatepass").lower()

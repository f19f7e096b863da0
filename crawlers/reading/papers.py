"""Dutch text to driving licences and certificates, as demand or as wish."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from crawlers.reading import certificate_names
from crawlers.reading.clauses import Clause, cut, once_per_clause
from crawlers.reading.wishes import is_denied, is_wish

LICENCE_ORDER = ("AM", "A", "B", "BE", "C", "CE", "D", "T")
LICENCE_CLASS = (
    r"(?:am|be|b\s?[+/]?\s?e|b|ce|c\s?[+/]?\s?e|c1|c|d1?|t|a)(?![\w'])(?!\.\w)"
)
LICENCE = re.compile(
    r"(?<![a-z])(?:(?P<before>am|be|b|ce|c1|c|d|t|a)[- ]rijbewijs"
    r"|(?P<sort>[a-z]{3,12}-?|(?:groot|heftruck|reachtruck|hoogwerker) )?"
    r"(?:rijbewij(?:s|zen)|driv\w+ licen[cs]e)"
    rf"\s*:?\(?\s*(?P<after>{LICENCE_CLASS}"
    rf"(?:\s*(?:,|/|&|\+|en|of|and|or)\s*(?:rijbewijs\s*)?{LICENCE_CLASS})*)?)"
)
# "rijbewijs B vereist, C is mooi meegenomen"
ANOTHER = re.compile(
    rf"[,;(]\s*(?:en |of )?(?P<after>{LICENCE_CLASS})"
    r"(?=\s+(?:is|zijn|mag|graag|liefst)\b)"
)
CLASS = re.compile(LICENCE_CLASS)
A_CHOICE = re.compile(r"\b(?:of|or)\b")
NOT_A_CHOICE = re.compile(r"\b(?:en|and)\b|[/&+,]")
# Who holds the one holds the others (Reglement rijbewijzen; code of the Dutch RDW).
HOLDS = {
    "B": {"AM"}, "BE": {"B", "AM"}, "C": {"B", "AM"}, "D": {"B", "AM"},
    "CE": {"C", "BE", "B", "AM"},
}  # fmt: skip
NO_LETTER = re.compile(r"[\s+/1]")
EITHER = re.compile(r"en|of|/|&")
# What stands for a class in the word itself: "vrachtwagenrijbewijs".
SORTS = {
    "groot": "C", "vrachtwagen": "C", "vrachtauto": "C", "bus": "D", "motor": "A",
    "bromfiets": "AM", "scooter": "AM", "trekker": "T", "tractor": "T",
}  # fmt: skip
OTHER_SORTS = re.compile(r"truck|stacker|hoogwerker|kraan|shovel|vaar|zwem|ept")
MANY = "rijbewijzen"
MOST_LICENCES = 8  # in one clause
NOT_OBTAINED = {"VOG"}
OR_BEFORE = re.compile(r"\bof\s*$")
OR_BEHIND = re.compile(
    r"\W*(?:of\b(?! (?:vol|basis|hoger|gelijkwaardig))|\w+ afgerond, of)"
)
JOINT = re.compile(r"[\s-]*(?:,?\s*\b(?:en/of|en|of)\b|/|&|\+)\s*(?:een |de |je )?")
COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Papers:
    """Required and wished, in a fixed order; `raw` is the first clause that asked."""

    required: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    raw: str = ""


Asked = tuple[str, bool]  # name, required
NO_PAPERS = Papers()


def read_licences(title: str, text: str) -> Papers:
    """Read `rijbewijs B en C` as B and C; `rijbewijs B is een pré` as a wish for B."""
    told = [*cut(title).telling("licences"), *cut(text).telling("licences")]
    return _papers(told, _licences_in, LICENCE_ORDER)


def read_certificates(text: str) -> Papers:
    """Read `VCA is een pré` as a wish; what one may still obtain is a wish too."""
    told = cut(text).telling("certificates")
    return _papers(told, _certificates_in, certificate_names.ORDER)


def _papers(
    told: Iterable[Clause],
    reader: Callable[[Clause], Sequence[Asked]],
    order: tuple[str, ...],
) -> Papers:
    asked = [(clause.text, *found) for clause in told for found in reader(clause)]
    if not asked:
        return NO_PAPERS
    required = {name for _, name, needed in asked if needed}
    wished = {name for _, name, _ in asked} - required
    return Papers(
        tuple(name for name in order if name in required),
        tuple(name for name in order if name in wished),
        asked[0][0],
    )


@once_per_clause
def _licences_in(clause: Clause) -> Sequence[Asked]:
    return tuple(_licences(clause.low))


@once_per_clause
def _certificates_in(clause: Clause) -> Sequence[Asked]:
    return tuple(_certificates(clause.low))


def _licences(low: str) -> Iterator[Asked]:
    for match in islice(LICENCE.finditer(low), MOST_LICENCES):
        start, end = match.span()
        if is_denied(low, start, end) or not (names := _classes(match)):
            continue
        wished = is_wish(low, start, end)
        if _is_choice(match["after"] or ""):
            yield from _one_of(names, wished=wished)
            continue
        # "rijbewijs B, BE is een pré": the wish is for the last one only.
        only_last = wished and not EITHER.search(match["after"] or "")
        for number, name in enumerate(names, start=1):
            yield name, not wished or (only_last and number < len(names))
        if other := ANOTHER.search(low, end):
            for name in _printed(other["after"]):
                yield name, not is_wish(low, *other.span())


def _is_choice(classes: str) -> bool:
    """Whether `BE of T` is printed, and not `B en BE` or `B/BE en T`."""
    return A_CHOICE.search(classes) is not None and not NOT_A_CHOICE.search(classes)


def _one_of(names: Sequence[str], *, wished: bool) -> Iterator[Asked]:
    """Of a choice the lowest is required; where none is lowest, no single one is."""
    lowest = next((one for one in names if _is_held_by_all(one, names)), None)
    if lowest is None:
        yield from ((name, False) for name in names)
    else:
        yield lowest, not wished


def _is_held_by_all(one: str, names: Sequence[str]) -> bool:
    return all(one == name or one in HOLDS.get(name, ()) for name in names)


def _classes(match: re.Match[str]) -> Sequence[str]:
    """The classes that are printed; `rijbewijs` alone is B."""
    sort = (match["sort"] or "").strip(" -")
    printed = match["after"] or match["before"]
    if OTHER_SORTS.search(sort):
        return ()
    if not printed and MANY in match.group():
        return ()  # a counter that issues them, a fleet that needs them
    return _printed(printed) if printed else (SORTS.get(sort, "B"),)


def _printed(classes: str) -> Sequence[str]:
    return [NO_LETTER.sub("", name).upper() for name in CLASS.findall(classes)]


def _certificates(low: str) -> Iterator[Asked]:
    named = certificate_names.names_in(low)
    ends = _ends_of_lists(low, [match.span() for match, _ in named])
    for (match, name), end in zip(named, ends, strict=True):
        start = match.start()
        if is_denied(low, start, match.end()):
            continue
        wished = is_wish(low, start, end, obtainable=name not in NOT_OBTAINED)
        yield name, not (wished or _is_one_way_in(match))


def _ends_of_lists(low: str, spans: Sequence[tuple[int, int]]) -> Sequence[int]:
    """Where the list ends that each is part of: `VCA, BHV en EHBO zijn een pré`."""
    ends = [end for _, end in spans]
    for number in range(len(spans) - 2, -1, -1):
        gap = low[spans[number][1] : spans[number + 1][0]]
        is_last_of_list = ends[number + 1] == spans[number + 1][1]
        if JOINT.fullmatch(gap) or (COMMA.fullmatch(gap) and not is_last_of_list):
            ends[number] = ends[number + 1]
    return ends


def _is_one_way_in(match: re.Match[str]) -> bool:
    """One of several ways in is no requirement."""
    return bool(
        OR_BEFORE.search(match.string[: match.start()])
        or OR_BEHIND.match(match.string, match.end())
    )

"""One long choice of patterns, put in an order in which it is found quickly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

LEADS = re.compile(r"(\\b|[a-z0-9€])(?![?*+{])")  # a letter that must come first
BOUNDARY = r"\b"
PARENTHESIS = re.compile(r"\\.|\[[^\]]*\]|[()|]")


def by_first_letter(choice: str) -> re.Pattern[str]:
    """A pattern that is found where `a|b|…` is, tried by its first letter only.

    A plain choice of a hundred words is tried word by word at every letter of a text.
    """
    return re.compile(_by_first_letter(alternatives(choice)))


def _by_first_letter(patterns: Iterable[str]) -> str:
    led: dict[str, list[str]] = defaultdict(list)
    others: list[str] = []
    for pattern in dict.fromkeys(patterns):
        if lead := LEADS.match(pattern):
            led[lead[1]].append(pattern[lead.end() :])
        else:
            others.append(pattern)
    grouped = [
        f"{lead}(?:{_by_first_letter(rest) if lead == BOUNDARY else '|'.join(rest)})"
        for lead, rest in led.items()
    ]
    return "|".join([*grouped, *others])


def alternatives(choice: str) -> Iterator[str]:
    """The parts of `a|(?:b|c)|[|]`: three, for only the outer bars count."""
    depth = start = 0
    for sign in PARENTHESIS.finditer(choice):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and depth == 0:
            yield choice[start : sign.start()]
            start = sign.end()
    yield choice[start:]

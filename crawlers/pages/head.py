"""What a page says of itself in its head, found without making a tree of it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"<(html|base|link|meta)\b([^<>]{0,4000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"([a-zA-Z][a-zA-Z:-]{0,40})\s{0,9}=\s{0,9}"
    r"(?:\"([^\"]{0,3000})\"|'([^']{0,3000})'|([^\s\"'>]{1,3000}))"
)
ROBOTS = re.compile(r"robots|googlebot(?:-news)?|bingbot", re.IGNORECASE)
LONGEST = 100_000  # letters of a page in which its head must end
UNAVAILABLE = re.compile(
    r"unavailable_after\s{0,5}[:=]\s{0,5}([^;<>]{6,60})", re.IGNORECASE
)
MONTH_BETWEEN_HYPHENS = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d{4}|\d{2})\b")


@dataclass(frozen=True, slots=True)
class Head:
    """Language, canonical address, base, robots words and the Dutch twin's address."""

    language: str | None = None
    canonical: str | None = None
    base: str | None = None
    robots: str = ""
    dutch: str | None = None


def head_of(text: str) -> Head:
    """Read the tags up to the end of the head; the first of each counts.

    A canonical address further down is found as well.
    """
    found: dict[str, str] = {}
    robots: list[str] = []
    for name, printed in _tags(text):
        if name == "meta" and "bot" in printed.lower():
            robots += _robots(attributes(printed))
        elif name != "meta":
            _note(found, name, attributes(printed))
    return Head(
        language=found.get("language"),
        canonical=found.get("canonical"),
        base=found.get("base"),
        robots=", ".join(robots),
        dutch=found.get("dutch"),
    )


def unavailable_after(robots: str) -> str | None:
    """The moment after which a robots tag or header calls the page outdated.

    As printed, with `25-Aug-2026` written as `25 Aug 2026` (RFC 850); the guide to
    `unavailable_after` allows RFC 822, RFC 850 and ISO 8601.
    """
    if not (found := UNAVAILABLE.search(robots)):
        return None
    moment = " ".join(found.group(1).split()).strip(" ,\"'")
    return MONTH_BETWEEN_HYPHENS.sub(_spaced, moment)


def attributes(printed: str) -> dict[str, str]:
    """The attributes of a tag by their lower-case names; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(printed):
        value = double or single or bare
        found.setdefault(
            name.lower(),
            html.unescape(value).strip() if "&" in value else value.strip(),
        )
    return found


def without_comments(text: str) -> str:
    """The text without `<!-- … -->`; what is never closed hides the rest."""
    if "<!--" not in text:
        return text
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        kept.append(text[position:start])
        if (end := text.find("-->", start + 2)) < 0:
            return "".join(kept)
        position = end + 3
    return "".join([*kept, text[position:]])


def _tags(text: str) -> Iterator[tuple[str, str]]:
    end = text.find("</head", 0, LONGEST)
    if end < 0:
        end = text.find("<body", 0, LONGEST)
    head = text[: end if end >= 0 else LONGEST]
    for found in TAG.finditer(without_comments(head)):
        yield found.group(1).lower(), found.group(2)
    if "canonical" not in head and (place := text.find("canonical", len(head))) >= 0:
        around = text[max(len(head), place - 500) : place + 3000]
        for found in TAG.finditer(around):
            yield found.group(1).lower(), found.group(2)


def _robots(given: dict[str, str]) -> list[str]:
    if not ROBOTS.fullmatch(given.get("name", "")) or not given.get("content"):
        return []
    return [given["content"]]


def _note(found: dict[str, str], name: str, given: dict[str, str]) -> None:
    if name == "html" and given.get("lang"):
        found.setdefault("language", given["lang"])
    elif name == "base" and given.get("href"):
        found.setdefault("base", given["href"])
    elif name == "link" and given.get("href"):
        rel = given.get("rel", "").lower().split()
        if "canonical" in rel:
            found.setdefault("canonical", given["href"])
        if "alternate" in rel and given.get("hreflang", "").lower()[:2] == "nl":
            found.setdefault("dutch", given["href"])


def _spaced(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{day} {month} {year if len(year) > 2 else f'20{year}'}"

"""Whether a site keeps text and data mining to itself, and the words that say so.

A reservation under article 4(3) of directive 2019/790 (Auteurswet art. 15o). Signals
that only forbid training a model, such as `ai-train=no`, are told and reserve nothing:
we never train on adverts.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crawlers.pages.head import LONGEST, TAG, attributes, without_comments

TELLING = ("tdm-", "content-signal", "noai", "noml", "noimageai")
CONTENT_SIGNAL = re.compile(r"([a-z-]{2,20})\s*=\s*(yes|no)\b")
OUR_USES = frozenset({"search", "ai-input"})  # we index, and a model reads the text
NO_AI = re.compile(r"(?:^|,)\s*(?:([\w-]{1,40})\s*:\s*)?(noai|noml|noimageai)\b")
RESERVES = frozenset({"noai", "noml"})  # we take no images
EVERYBODY = frozenset({"", "*", "robots", "all"})
AI_ROBOTS = re.compile(
    r"gptbot|ccbot|claudebot|anthropic-ai|google-extended|applebot-extended|bytespider"
    r"|perplexitybot|meta-externalagent|cohere-ai",
    re.IGNORECASE,
)
MOST_RULES = 1_000
LONGEST_SIGNAL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """`reserved`: only link and title may be kept. `signals` as printed, with where."""

    reserved: bool = False
    signals: tuple[str, ...] = ()


NOTHING = Reservation()


def together(reservations: Iterable[Reservation]) -> Reservation:
    """What several places of one site say; one no is a no."""
    told = tuple(reservations)
    signals = dict.fromkeys(signal for each in told for signal in each.signals)
    return Reservation(
        reserved=any(each.reserved for each in told), signals=tuple(signals)
    )


def reservation_of(headers: Mapping[str, str], text: str = "") -> Reservation:
    """What one answer says: its headers (names in lower case) and the tags in its head.

    Costs one look at the tags in the head when nothing is said.
    """
    names = ("tdm-reservation", "content-signal", "x-robots-tag")
    told = [_one(name, headers[name]) for name in names if name in headers]
    end = text.find("</head", 0, LONGEST)
    told += _in_tags(text[: end if end >= 0 else LONGEST])
    return together(told) if told else NOTHING


def reservation_in_robots(text: str, agent: str) -> Reservation:
    """What robots.txt says in Content-Signal, for us or for all.

    That it turns AI robots away is told too, and reserves nothing from us.
    """
    ours: list[Reservation] = []
    turned_away: set[str] = set()
    for agents, name, value in _robots_lines(text):
        if name == "content-signal" and _is_for(agents, agent):
            ours.append(_one("robots.txt content-signal", value))
        if name == "disallow" and value == "/":
            turned_away |= {each for each in agents if AI_ROBOTS.fullmatch(each)}
    if turned_away:
        words = f"robots.txt weert {', '.join(sorted(turned_away))}"
        ours.append(Reservation(signals=(words[:LONGEST_SIGNAL],)))
    return together(ours)


def reservation_in_tdmrep(text: str, path: str) -> Reservation:
    """What `/.well-known/tdmrep.json` says of a path; the longest location decides.

    Of two that are equally long the reservation counts. What is no such file says
    nothing.
    """
    try:
        rules = json.loads(text)
    except (ValueError, RecursionError):
        return NOTHING
    weights = [
        (len(place), _is_one(rule.get("tdm-reservation")))
        for rule in (rules if isinstance(rules, list) else [])[:MOST_RULES]
        if isinstance(rule, dict) and isinstance(place := rule.get("location"), str)
        if _covers(place, path)
    ]
    if not weights:
        return NOTHING
    reserved = max(weights)[1]
    return Reservation(
        reserved=reserved, signals=(f"tdmrep.json tdm-reservation: {int(reserved)}",)
    )


def _in_tags(head: str) -> list[Reservation]:
    told = []
    for found in TAG.finditer(without_comments(head)):
        if found[1].lower() != "meta" or not _may_tell(found[2].lower()):
            continue
        given = attributes(found[2])
        name = (given.get("name") or given.get("http-equiv") or "").lower()
        if name in {"tdm-reservation", "content-signal", "robots", "spoorzoekerbot"}:
            told.append(_one(f"meta {name}", given.get("content", "")))
    return told


def _may_tell(printed: str) -> bool:
    return any(word in printed for word in TELLING)


def _one(where: str, value: str) -> Reservation:
    """One header, tag or line; `where` ends with its name."""
    printed = value.strip().lower()
    said = f"{where}: {' '.join(value.split())}"[:LONGEST_SIGNAL]
    if where.endswith("tdm-reservation"):
        reserved = _is_one(printed)
        return Reservation(reserved=reserved, signals=(said,))
    if where.endswith("content-signal"):
        signals = dict(CONTENT_SIGNAL.findall(printed))
        reserved = any(signals.get(use) == "no" for use in OUR_USES)
        return Reservation(reserved=reserved, signals=(said,) if signals else ())
    words = {w for agent, w in NO_AI.findall(printed) if agent in EVERYBODY}
    told = tuple(f"{where}: {word}" for word in sorted(words))
    return Reservation(reserved=bool(words & RESERVES), signals=told)


def _is_one(value: object) -> bool:
    return str(value).strip() == "1"


def _robots_lines(text: str) -> Iterable[tuple[frozenset[str], str, str]]:
    """Every line of a group with the agents the group is for, in lower case."""
    agents: set[str] = set()
    naming = False
    for line in text.splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            agents = agents if naming else set()
            agents.add(value.lower())
        naming = name == "user-agent"
        yield frozenset(agents), name, value


def _is_for(agents: frozenset[str], agent: str) -> bool:
    return not agents or "*" in agents or agent.lower() in agents


def _covers(location: str, path: str) -> bool:
    """`*` stands for anything and a `$` at the end for the end, as in robots.txt."""
    start, *pieces = location.removesuffix("$").split("*")
    if not path.startswith(start):
        return False
    at = len(start)
    for piece in pieces:
        if (found := path.find(piece, at)) < 0:
            return False
        at = found + len(piece)
    if not location.endswith("$"):
        return True
    last = pieces[-1] if pieces else start
    return path.endswith(last) and (bool(pieces) or path == start)

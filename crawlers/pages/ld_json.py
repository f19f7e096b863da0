"""Linked data out of a page, however damaged: a fast path, then a ladder of repairs."""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

BLOCK = re.compile(
    r"<script\b(?P<attributes>[^>]{0,2000}?\btype\s*=\s*[\"']?\s*application/ld\+json[^>]{0,500})>"
    r"(?P<body>.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
LARGEST_BLOCK = 2_000_000
DEEPEST = 40
MOST_OBJECTS = 500
MOST_FIXES = 400

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """What one script held, and which rung of the ladder could read it."""

    values: tuple[Any, ...]
    rung: str


@dataclass(frozen=True, slots=True)
class Node:
    """A linked-data object of the wanted type, with the rung that read its block."""

    value: Json
    rung: str


def blocks_in(page: str) -> Iterator[str]:
    """The bodies of all linked-data scripts, wherever in the page they stand."""
    for match in BLOCK.finditer(page):
        yield match.group("body")


def nodes_of_type(page: str, wanted: str) -> tuple[list[Node], int]:
    """All objects of type `wanted`, and how many blocks naming it nobody could read.

    Each block stands on its own: a broken one takes no other along.
    """
    nodes: list[Node] = []
    unread = 0
    for body in blocks_in(page):
        if (block := read_block(body)) is None:
            unread += wanted.lower() in body.lower()
            continue
        for value in block.values:
            nodes += [Node(found, block.rung) for found in _walk(value, wanted, 0)]
    return nodes, unread


def read_block(body: str) -> Block | None:
    """Read one script, mending it rung by rung; None when no rung will do."""
    if len(body) > LARGEST_BLOCK:
        return None
    text = body
    for rung, mend in LADDER:
        text = mend(text)
        if (values := _read_all(text)) is not None:
            return Block(values, rung)
    return None


def _read_all(text: str) -> tuple[Any, ...] | None:
    """One object or several in a row; None when anything but that is left over."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    position = _skip(text, 0)
    while position < len(text) and len(values) < MOST_OBJECTS:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict | list):
            return None
        values.append(value)
        position = _skip(text, position)
    return tuple(values) or None


def _skip(text: str, position: int) -> int:
    while position < len(text) and (text[position].isspace() or text[position] in ";,"):
        position += 1
    return position


WRAPPING = re.compile(
    r"^\s*(?:\ufeff|<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[|//[^\n]*\n)\s*"
    r"|\s*(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|//\s*-->|-->|;)\s*$"
)


def _as_is(text: str) -> str:
    for _ in range(4):  # a comment may wrap a CDATA section
        unwrapped = WRAPPING.sub("", text)
        if unwrapped == text:
            break
        text = unwrapped
    return text.lstrip("\ufeff").strip()


def _unescaped(text: str) -> str:
    """Only when the quotes of the JSON itself are escaped; else it would break more."""
    for _ in range(2):
        if '"' in text and not re.match(r"\s*[\[{]\s*&", text):
            break
        text = html.unescape(text)
    return _as_is(text)


def _with_good_escapes(text: str) -> str:
    return re.sub(
        r"\\(?:u[0-9a-fA-F]{4}|[\"\\/bfnrt])|\\(.)?",
        lambda found: (
            found.group(0)
            if found.group(1) is None and len(found.group(0)) > 1
            else (found.group(1) or "")
        ),
        text,
        flags=re.DOTALL,
    )


def _without_trailing_commas(text: str) -> str:
    return re.sub(r",\s*(?=[}\]])", "", text)


def _with_missing_commas(text: str) -> str:
    return re.sub(
        r"([\"}\]\d]|true|false|null)(\s*\n\s*)(?=\"[^\"\n]{1,80}\"\s*:)",
        r"\1,\2",
        text,
    )


def _with_inner_quotes_escaped(text: str) -> str:
    """Where a string stops too early, its closing quote was meant as a letter."""
    for _ in range(MOST_FIXES):
        try:
            json.JSONDecoder(strict=False).raw_decode(text)
        except RecursionError:
            return text
        except json.JSONDecodeError as broken:
            quote = text.rfind('"', 0, broken.pos)
            if quote < 0 or text[quote - 1 : quote] == "\\":
                return text
            text = f"{text[:quote]}\\{text[quote:]}"
        else:
            return text
    return text


LADDER: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("as is", _as_is),
    ("unescaped", _unescaped),
    ("bad escapes", _with_good_escapes),
    ("trailing comma", _without_trailing_commas),
    ("missing comma", _with_missing_commas),
    ("inner quotes", _with_inner_quotes_escaped),
)


def _walk(value: object, wanted: str, depth: int) -> Iterator[Json]:
    """Objects of the wanted type in @graph, lists and nested properties."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict) and is_of_type(value, wanted):
        yield lower_first(value)
        return
    inside = list(value.values()) if isinstance(value, dict) else value
    for item in inside if isinstance(inside, list) else []:
        yield from _walk(item, wanted, depth + 1)


def is_of_type(value: Json, wanted: str) -> bool:
    """Whether `@type` names `wanted`: bare, prefixed, as a URI or in a list."""
    printed = value.get("@type", value.get("type"))
    types = printed if isinstance(printed, list) else [printed]
    return any(
        re.split(r"[/:#]", kind)[-1].lower() == wanted.lower()
        for kind in types
        if isinstance(kind, str)
    )


def lower_first(value: Json) -> Json:
    """Keys as schema.org writes them, also where a site prints `DatePosted`."""
    return {_lower_key(key): _lowered(item) for key, item in value.items()}


def _lowered(value: object) -> object:
    if isinstance(value, list):
        return [_lowered(item) for item in value]
    return lower_first(value) if isinstance(value, dict) else value


def _lower_key(key: str) -> str:
    return key if key.startswith("@") else key[:1].lower() + key[1:]

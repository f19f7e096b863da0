"""Linked data out of a page: every script of it, every object of the wanted type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crawlers.pages.mending import read_block

OPENING = re.compile(r"<script\b([^<>]{0,2000})>", re.IGNORECASE)
CLOSING = re.compile(r"</script", re.IGNORECASE)
LINKED_DATA = re.compile(
    r"\btype\s{0,9}=\s{0,9}[\"']?\s{0,9}application/ld\+json", re.IGNORECASE
)
DEEPEST = 40
BETWEEN_NAMES = re.compile(r"[/:#]")  # in `schema:JobPosting` and URIs

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """A linked-data object of the wanted type, with the rung that read its block."""

    value: Json
    rung: str


def blocks_in(page: str) -> Iterator[str]:
    """The bodies of all linked-data scripts, wherever in the page they stand."""
    position = 0
    while opening := OPENING.search(page, position):
        position = opening.end()
        if LINKED_DATA.search(opening.group(1)):
            if not (closing := CLOSING.search(page, position)):
                return
            yield page[position : closing.start()]
            position = closing.end()


def nodes_of_type(page: str, wanted: str) -> tuple[list[Node], int]:
    """All objects of type `wanted`, and how many blocks naming it nobody could read.

    Each block stands on its own: a broken one takes no other along.
    """
    nodes: list[Node] = []
    unread = 0
    for body in blocks_in(page):
        if wanted not in body and wanted.lower() not in body.lower():
            continue
        if (block := read_block(body)) is None:
            unread += 1
            continue
        for value in block.values:
            nodes += [Node(found, block.rung) for found in _walk(value, wanted, 0)]
    return nodes, unread


def _walk(value: object, wanted: str, depth: int) -> Iterator[Json]:
    """Objects of the wanted type in @graph, lists and nested properties."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict) and is_of_type(value, wanted):
        yield lower_first(value)
        return
    inside = list(value.values()) if isinstance(value, dict) else value
    for item in inside if isinstance(inside, list) else []:
        if isinstance(item, dict | list):
            yield from _walk(item, wanted, depth + 1)


def is_of_type(value: Json, wanted: str) -> bool:
    """Whether `@type` names `wanted`: bare, prefixed, as a URI or in a list."""
    printed = value.get("@type", value.get("type", value.get("@Type")))
    types = printed if isinstance(printed, list) else [printed]
    return any(
        BETWEEN_NAMES.split(kind.strip())[-1].lower() == wanted.lower()
        for kind in types
        if isinstance(kind, str)
    )


def lower_first(value: Json, depth: int = 0) -> Json:
    """Keys as schema.org writes them, also where a site prints `DatePosted`.

    What is nested deeper than any vacancy is left out.
    """
    return {_lower_key(key): _lowered(item, depth + 1) for key, item in value.items()}


def _lowered(value: object, depth: int) -> object:
    if not isinstance(value, (dict, list)):
        return value
    if depth > DEEPEST:
        return None
    if isinstance(value, list):
        return [_lowered(item, depth + 1) for item in value]
    return lower_first(value, depth)


def _lower_key(key: str) -> str:
    """`DatePosted` and `schema:datePosted` are `datePosted`."""
    if key.isalnum() and key[0].islower():
        return key
    if key.startswith("@"):
        return key.lower()
    key = key.rsplit(":", 1)[-1].rsplit("/", 1)[-1]
    return key[:1].lower() + key[1:]

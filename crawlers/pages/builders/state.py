"""Data that a page carries for its own scripts: `__NEXT_DATA__`, `phApp.ddo`, Vike."""

import base64
import binascii
import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import html

LARGEST = 4_000_000  # characters of one script
MOST_ASSIGNMENTS = 2_000  # tried in one page; minified code has thousands
MOST_VALUES = 200_000  # looked at in one state
LONGEST_NAME = 80
MOST_ESCAPED = 3  # JSON inside a string inside JSON
# `window.pageData = {`, `phApp.ddo = {`, `JBL.embed_v2['jobs'] = [`
ASSIGNED = re.compile(
    r"(?<![\w$.\]])([A-Za-z_$][\w$.]{0,80}(?:\[['\"]\w{1,40}['\"]\])?)"
    r"\s{0,20}=\s{0,20}(?=[{\[])"
)
DATA = re.compile(r"data:(?:text|application)/[\w-]{2,20};base64,([A-Za-z0-9+/]+)=*")
DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class State:
    """What one script holds; `name` is its id or the variable that gets it."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Found:
    """An object in a state; `parent` is the key that it, or its list, stands under."""

    value: dict[str, Any]
    parent: str


def states_in(tree: html.HtmlElement) -> Iterator[State]:
    """Every piece of JSON in the page's scripts, linked data aside."""
    left = MOST_ASSIGNMENTS
    for script in tree.iter("script"):
        text, kind = _code(script), str(script.get("type") or "").lower()
        if "ld+json" in kind or len(text) > LARGEST:
            continue
        if "json" in kind:
            if (value := _whole(text)) is not None:
                yield State(str(script.get("id") or kind)[:LONGEST_NAME], value)
            continue
        for state in islice(_assigned(text), left):
            left -= 1
            if state:
                yield state


def state_of(text: str) -> State | None:
    """The state that an answer is when it is all JSON."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return None
    value = _whole(text)
    return None if value is None else State("json", value)


def objects_in(state: State) -> Iterator[Found]:
    """Every object in a state, in the order in which it stands there."""
    waiting: list[tuple[Any, str, int]] = [(state.value, state.name, 0)]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        value, parent, escaped = waiting.pop()
        if isinstance(value, dict):
            yield Found(value, parent)
            inside = [(item, str(key), escaped) for key, item in value.items()]
            waiting += reversed(inside)
        elif isinstance(value, list):
            waiting += [(item, parent, escaped) for item in reversed(value)]
        elif escaped < MOST_ESCAPED and (inner := _in_string(value)) is not None:
            waiting.append((inner, parent, escaped + 1))


def _code(script: html.HtmlElement) -> str:
    """What the script says, also when it is written as base64 in its address."""
    if script.text:
        return str(script.text)
    packed = DATA.match(str(script.get("src") or ""))
    if packed is None:
        return ""
    try:
        return base64.b64decode(packed[1] + "===").decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _whole(text: str) -> Any:  # noqa: ANN401 - any JSON
    for written in (text, entities.unescape(text)):
        try:
            return json.loads(written.strip("\ufeff \t\r\n;"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _assigned(text: str) -> Iterator[State | None]:
    """Each `name = {…}` of a script; None for one that is code and no JSON."""
    position = 0
    while match := ASSIGNED.search(text, position):
        position = match.end()
        try:
            value, position = DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            yield None
        else:
            yield State(match.group(1)[:LONGEST_NAME], value)


def _in_string(text: object) -> Any:  # noqa: ANN401 - any JSON
    if (
        not isinstance(text, str)
        or text[:2] not in {'{"', "[{"}
        or text[-1:] not in {"}", "]"}
    ):
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None

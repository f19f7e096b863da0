"""A ladder of repairs for damaged JSON, the mildest first, each in linear time."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LARGEST_BLOCK = 2_000_000
MOST_OBJECTS = 500
MOST_FIXES = 400
FIXING = 20_000_000  # letters that may be read again while mending quotes, in all
BLANK = " \t\r\n\f\v\ufeff\u00a0\u200b"
BETWEEN_OBJECTS = re.compile(r"[\s;,\ufeff]*")


@dataclass(frozen=True, slots=True)
class Block:
    """What one script held, and which rung of the ladder could read it."""

    values: tuple[Any, ...]
    rung: str


def read_block(body: str) -> Block | None:
    """Read one script, mending it rung by rung; None when no rung will do."""
    if len(body) > LARGEST_BLOCK:
        return None
    text = body
    for rung, mend in LADDER:
        mended = mend(text)
        if mended == text and rung != AS_IS:
            continue
        text = mended
        if (values := _read_all(text)) is not None:
            return Block(values, rung)
    return None


def _read_all(text: str) -> tuple[Any, ...] | None:
    """One object or several in a row; None when anything but that is left over."""
    values: list[Any] = []
    position = _next(text, 0)
    while position < len(text) and len(values) < MOST_OBJECTS:
        try:
            value, position = LENIENT.raw_decode(text, position)
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict | list):
            return None
        values.append(value)
        position = _next(text, position)
    return tuple(values) or None


LENIENT = json.JSONDecoder(strict=False)


def _next(text: str, position: int) -> int:
    found = BETWEEN_OBJECTS.match(text, position)
    return found.end() if found else position


# What stands before and behind the JSON: comments and CDATA in all their guises.
BEFORE = re.compile(
    r"(?:<!--|-->|//\s{0,9}<!\[CDATA\[|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|<!\[CDATA\["
    r"|//[^\n{\[]*\n|//(?:--)?><!--|//><!--|//--><!\[CDATA\[|/\*[^*\n]{0,200}\*/|;)"
)
BEHIND = re.compile(
    r"(?://\s{0,9}\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/|\]\]>|<!\]\]>|//\s{0,9}--><!\]\]>"
    r"|//\s{0,9}-->|-->|//[^\n\"{}]{0,200}|/\*[^*\n]{0,200}\*/|;)\Z"
)
MOST_WRAPPINGS = 8
LONGEST_WRAPPING = 250


def _as_is(text: str) -> str:
    text = text.strip(BLANK)
    if text[:1] in {"{", "["} and text[-1:] in {"}", "]"} and text[-3:] != "]]>":
        return text
    for _ in range(MOST_WRAPPINGS):
        before = text
        if found := BEFORE.match(text):
            text = text[found.end() :].lstrip(BLANK)
        if found := BEHIND.search(text, max(0, len(text) - LONGEST_WRAPPING)):
            text = text[: found.start()].rstrip(BLANK)
        if text == before:
            break
    return text


def _unescaped(text: str) -> str:
    """Only when the quotes of the JSON itself are escaped; else it would break more."""
    for _ in range(2):
        if '"' in text and not re.match(r"[\[{]\s{0,99}&", text):
            break
        text = html.unescape(text)
    return _as_is(text)


def _without_comment_lines(text: str) -> str:
    return re.sub(r"^[ \t]*//[^\n]*$", "", text, flags=re.MULTILINE)


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
        r"(?<=[\"}\]\de])(\s+)(?=\"[^\"\n]{1,80}\"\s{0,20}:)",
        lambda found: (
            f",{found.group(1)}" if "\n" in found.group(1) else found.group(1)
        ),
        text,
    )


def _with_inner_quotes_escaped(text: str) -> str:
    """Where a string stops too early, its closing quote was meant as a letter."""
    for _ in range(min(MOST_FIXES, FIXING // (len(text) + 1))):
        try:
            LENIENT.raw_decode(text)
        except json.JSONDecodeError as broken:
            quote = text.rfind('"', 0, broken.pos)
            if quote < 0 or text[quote - 1 : quote] == "\\":
                return text
            text = f"{text[:quote]}\\{text[quote:]}"
        except (ValueError, RecursionError):  # a number or a nest without end
            return text
        else:
            return text
    return text


AS_IS = "as is"
LADDER: tuple[tuple[str, Callable[[str], str]], ...] = (
    (AS_IS, _as_is),
    ("unescaped", _unescaped),
    ("comment lines", _without_comment_lines),
    ("bad escapes", _with_good_escapes),
    ("trailing comma", _without_trailing_commas),
    ("missing comma", _with_missing_commas),
    ("inner quotes", _with_inner_quotes_escaped),
)

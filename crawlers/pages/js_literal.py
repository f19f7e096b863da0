"""A JavaScript literal as data: like JSON, with bare keys, single quotes, comments."""

import re
from typing import Any

TOKEN = re.compile(
    r"(?:\s++|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+"
    r"(?:(?P<mark>[{}\[\],:])"
    r"|(?P<single>'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')"
    r"|(?P<double>\"[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+\")"
    r"|(?P<number>[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?)"
    r"|(?P<name>!?[A-Za-z_$0-9][\w$]*+))",
    re.DOTALL,
)
ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(\r\n|.))",
    re.DOTALL,
)
HALF = re.compile("[\ud800-\udfff]")
PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
CONSTANTS = {
    "true": True, "false": False, "null": None, "undefined": None, "NaN": None,
    "!0": True, "!1": False,
}  # fmt: skip
DEEPEST = 40
MOST_TOKENS = 2_000_000


class NotALiteralError(ValueError):
    """The text holds code, or is cut off, or is nested too deep."""


def read_literal(text: str, position: int = 0) -> Any:  # noqa: ANN401 - any data
    """The literal that starts at `position`; what follows it is left alone.

    Raises NotALiteralError for anything that is not plain data. Nothing is run.
    """
    return _Reader(text, position).value(0)


class _Reader:
    """Reads token by token; it knows one token ahead."""

    def __init__(self, text: str, position: int) -> None:
        self._text = text
        self._position = position
        self._read = 0

    def value(self, depth: int) -> Any:  # noqa: ANN401 - any data
        kind, token = self._next()
        if kind in {"single", "double"}:
            return _string(token)
        if kind == "number":
            return _number(token)
        if kind == "name" and token in CONSTANTS:
            return CONSTANTS[token]
        opened = {"{": self._object, "[": self._list}.get(token)
        if kind == "mark" and opened and depth < DEEPEST:
            return opened(depth)
        raise NotALiteralError(token[:20])

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self._ends("}"):
            kind, token = self._next()
            if kind == "mark":
                raise NotALiteralError(token)
            key = _string(token) if kind in {"single", "double"} else token
            self._expect(":")
            found[key] = self.value(depth + 1)
            self._comma("}")
        return found

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while not self._ends("]"):
            found.append(self.value(depth + 1))
            self._comma("]")
        return found

    def _match(self) -> re.Match[str]:
        match = TOKEN.match(self._text, self._position)
        self._read += 1
        if match is None or self._read > MOST_TOKENS:
            raise NotALiteralError(self._text[self._position : self._position + 20])
        return match

    def _next(self) -> tuple[str, str]:
        match = self._match()
        self._position = match.end()
        kind = match.lastgroup or ""
        return kind, match[kind]

    def _ends(self, mark: str) -> bool:
        match = self._match()
        if match["mark"] != mark:
            return False
        self._position = match.end()
        return True

    def _expect(self, mark: str) -> None:
        kind, token = self._next()
        if kind != "mark" or token != mark:
            raise NotALiteralError(token[:20])

    def _comma(self, closing: str) -> None:
        """A comma, which may be left out before the closing mark, or stand there."""
        if self._match()["mark"] != closing:
            self._expect(",")


def _string(token: str) -> str:
    """The text between the quotes; two halves of a letter become that letter."""
    text = ESCAPE.sub(_unescaped, token[1:-1])
    if not HALF.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"
    letter = found[4]
    return "" if letter in {"\n", "\r\n"} else PLAIN.get(letter, letter)


def _number(token: str) -> int | float:
    try:
        return int(token)
    except ValueError:
        return float(token)

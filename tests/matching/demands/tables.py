"""Reads a table of invented sentences, by the field that each of them is about."""

from collections.abc import Iterator
from pathlib import Path


def signed_sentences(name: str) -> Iterator[tuple[str, str, str]]:
    """Field, sign and sentence of every line of a table beside this module."""
    field = ""
    lines = Path(__file__).with_name(name).read_text("utf-8")
    for line in lines.splitlines():
        if line.startswith("## "):
            field = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            sign, sentence = line.split(" ", 1)
            yield field, sign, sentence

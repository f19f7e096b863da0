"""The text of a PDF, read in a process of its own that can do no harm.

A PDF is a small program of somebody else's. The child that reads it may use little
memory and time, writes no file and has no answer but the text; it gets the document
by its standard input, so nothing touches the disk.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Literal

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 60
PATIENCE_SECONDS = 20
CPU_SECONDS = 8
CHILD = (sys.executable, "-I", "-m", "matching.documents.pdf_child")
HEADER_WITHIN = 1024  # the standard allows some bytes before the header

# One after another: many at once would take the memory of the site.
_TURN = threading.Lock()

Refusal = Literal[
    "too_large",
    "too_many_pages",
    "no_pdf",
    "encrypted",
    "broken",
    "scan",
    "too_heavy",
    "busy",
]


class UnreadablePdfError(Exception):
    """There is no text to be had; `reason` says why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason: Refusal = reason


def pages_of(
    document: bytes,
    *,
    cpu_seconds: int = CPU_SECONDS,
    patience_seconds: float = PATIENCE_SECONDS,
) -> tuple[str, ...]:
    """The text of each page; UnreadablePdfError when there is none to be had.

    Waits that long for its turn, and again for the child.
    """
    if len(document) > MOST_BYTES:
        raise UnreadablePdfError("too_large")
    if b"%PDF-" not in document[:HEADER_WITHIN]:
        raise UnreadablePdfError("no_pdf")
    if not _TURN.acquire(timeout=patience_seconds):
        raise UnreadablePdfError("busy")
    try:
        return _understood(*_ask_child(document, cpu_seconds, patience_seconds))
    finally:
        _TURN.release()


def _ask_child(
    document: bytes, cpu_seconds: int, patience_seconds: float
) -> tuple[int, bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            (*CHILD, str(cpu_seconds)),
            input=document,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience_seconds,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise UnreadablePdfError("too_heavy") from None
    return done.returncode, done.stdout


def _understood(code: int, answer: bytes) -> tuple[str, ...]:
    if code != 0:  # it ran into a limit
        raise UnreadablePdfError("too_heavy")
    told = json.loads(answer)
    if "refused" in told:
        raise UnreadablePdfError(told["refused"])
    pages: Sequence[str] = told["pages"]
    return tuple(pages)

"""The file that repeats every seal outside the database."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from schemas.database import Db
from schemas.log_entry import Seal
from schemas.tables import log_seals

OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the file says: heads by the number of their seal, and what was retired.

    `damaged` are the numbers of the lines that cannot be read; `there` is False
    without a file.
    """

    there: bool
    heads: Mapping[int, str]
    retired: Mapping[int, str]
    damaged: tuple[int, ...]


def read(path: Path) -> Outside:
    """Read the file; one that is not there is empty."""
    if not path.exists():
        return Outside(there=False, heads={}, retired={}, damaged=())
    heads: dict[int, str] = {}
    retired: dict[int, str] = {}
    damaged: list[int] = []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for place, line in enumerate(lines, 1):
        kind, number, head = _parsed(line)
        found = {"seal": heads, "retired": retired}.get(kind)
        if found is None or found.setdefault(number, head) != head:
            damaged.append(place)
    return Outside(there=True, heads=heads, retired=retired, damaged=tuple(damaged))


def keep_up(db: Db, path: Path, made: Seal) -> None:
    """Write `made` behind the file, and whatever an earlier time could not write.

    A file that is not there begins with `made`: had it been removed, writing it anew
    from the database would hide that.
    """
    known = read(path).heads
    missing = log_seals.after(db, max(known)) if known else [made]
    _append(path, (_line("seal", one) for one in missing))


def note_retirement(path: Path, anchor: Seal) -> None:
    """Write that everything up to this seal is removed for its age."""
    _append(path, [_line("retired", anchor)])


def _parsed(line: str) -> tuple[str, int, str]:
    """(kind, number, head in hex); kind is empty for a line that is none of ours."""
    try:
        told = json.loads(line)
        kind = next(name for name in ("seal", "retired") if name in told)
        return kind, int(told[kind]), str(told["head"])
    except (ValueError, TypeError, KeyError, StopIteration):
        return "", 0, ""


def _line(kind: str, seal: Seal) -> str:
    about = {"rows": seal.rows, "made_at": seal.made_at.isoformat()}
    return json.dumps({kind: seal.number, "head": seal.head.hex(), **about})


def _append(path: Path, lines: Iterable[str]) -> None:
    """Add lines, and wait until they are on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())

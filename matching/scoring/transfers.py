"""What people take along from former work to other work: `transfers.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """`brings`: what somebody takes along; `jobs`: to which well-known jobs."""

    brings: str
    jobs: Sequence[str]


@cache
def transfers() -> Mapping[str, Transfer]:
    """What is taken along from each unit group that the table knows."""
    text = files("matching.scoring").joinpath("transfers.toml").read_text("utf-8")
    return MappingProxyType(
        {
            isco: Transfer(brings=row["brings"], jobs=tuple(row["to"]))
            for row in tomllib.loads(text)["from"]
            for isco in row["isco"].split()
        }
    )


def brought(isco: str, job: str) -> str | None:
    """What somebody of this unit group takes along to a job, if the table says so."""
    known = transfers().get(isco)
    return known.brings if known and job in known.jobs else None

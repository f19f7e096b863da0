"""For whom is ranked: the profile, the limits, and by which weights."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.linking import LinkTitles
from matching.priors.naming import groups_named
from matching.scoring.weights import SHIPPED_WEIGHTS, Weights
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """`groups`: the unit group of each former job and direction that has one."""

    profile: SearchProfile
    capacity: Capacity | None
    groups: Mapping[str, str] = field(default_factory=dict)
    weights: Weights = SHIPPED_WEIGHTS


def groups_of(profile: SearchProfile, link: LinkTitles) -> dict[str, str]:
    """Former jobs and directions with their unit groups, as far as they have one.

    As `link` says, else by the well-known job that is named.
    """
    texts = list(
        dict.fromkeys(
            (
                *profile.search_directions,
                *profile.second_directions,
                *profile.former_jobs,
            )
        )
    )
    linked = zip(texts, link(texts), strict=True)
    found = {text: one.isco if one else _named(text) for text, one in linked}
    return {text: isco for text, isco in found.items() if isco}


def _named(text: str) -> str | None:
    groups = groups_named(text)
    return groups[0] if len(groups) == 1 else None

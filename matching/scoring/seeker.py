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

    A well-known job by its name, all else as `link` says.
    """
    texts = dict.fromkeys(
        (*profile.search_directions, *profile.second_directions, *profile.former_jobs)
    )
    named = {
        text: groups[0] for text in texts if len(groups := groups_named(text)) == 1
    }
    others = [text for text in texts if text not in named]
    linked = zip(others, link(others), strict=True)
    return named | {text: found.isco for text, found in linked if found}

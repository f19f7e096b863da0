"""For whom is ranked: the zoekprofiel, what somebody can, and the weights in use."""

from uuid import UUID

from matching.learning.using import weights_in_use
from matching.linking import bundled_link
from matching.scoring.seeker import Seeker, groups_of
from schemas.database import Db
from schemas.errors import BadInputError
from schemas.tables import capacities, profiles
from schemas.vault import Vault


class NoCandidateError(BadInputError):
    """There is no such candidate (any more)."""


def seeker_of(db: Db, candidate_id: UUID, *, vault: Vault) -> Seeker:
    """For whom is ranked, as the database has it; NoCandidateError when it has not."""
    profile = profiles.profile_for_matching(db, candidate_id)
    if profile is None:
        raise NoCandidateError(str(candidate_id))
    return Seeker(
        profile=profile,
        capacity=capacities.latest(db, candidate_id, vault=vault),
        groups=groups_of(profile, bundled_link),
        weights=weights_in_use(db),
    )

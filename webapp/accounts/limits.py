"""How long things last: sessions, sign-ins halfway, codes, links, devices."""

from collections.abc import Mapping
from datetime import timedelta

from schemas.account import Persona

# The database holds the idle limits too, in current_account(): there they count.
IDLE: Mapping[Persona, timedelta] = {
    "adviser": timedelta(minutes=30),
    "candidate": timedelta(minutes=30),
    "opdrachtgever": timedelta(minutes=15),
    "coordinator": timedelta(minutes=30),
    "admin": timedelta(minutes=30),
}
LONGEST: Mapping[Persona, timedelta] = {
    "adviser": timedelta(hours=10),
    "candidate": timedelta(hours=12),
    "opdrachtgever": timedelta(hours=8),
    "coordinator": timedelta(hours=10),
    "admin": timedelta(hours=10),
}
HALFWAY = timedelta(minutes=30)  # long enough to find an app and install it
CODE_LASTS = timedelta(minutes=10)
CODE_TRIES = 5
CODES_SENT = 4  # in one sign-in
DEVICE_LASTS = timedelta(days=30)
PASSWORD_LINK = timedelta(hours=1)
EMAIL_LINK = timedelta(hours=24)
PROOF_LASTS = timedelta(minutes=10)

NEEDS_APP: frozenset[Persona] = frozenset({"adviser", "coordinator", "admin"})
MAY_REMEMBER: frozenset[Persona] = frozenset({"candidate"})
HOME: Mapping[Persona, str] = {  # endpoints of the first page
    "adviser": "candidates.index",
    "candidate": "portal.home",
    "opdrachtgever": "insight.home",
    "coordinator": "coordination.index",
    "admin": "managing.index",
}

"""The people with a second step, as the tests of accounts have them."""

from tests.webapp.accounts.conftest import (
    give_app,
    give_recovery_codes,
    later,
    mailed,
    visit,
)

__all__ = ["give_app", "give_recovery_codes", "later", "mailed", "visit"]

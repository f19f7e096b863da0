"""A candidate's account by a code: enough to tell two apart, nothing to know one by."""

from uuid import UUID

from schemas.tables.managed_accounts import ManagedAccount

LENGTH = 8


def pseudonym(account_id: UUID) -> str:
    """`Kandidaat 3F2A-91C0`, from the id that is random."""
    code = account_id.hex[:LENGTH].upper()
    return f"Kandidaat {code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def shown_name(account: ManagedAccount) -> str:
    """The name, or the code of a candidate."""
    return account.name or pseudonym(account.id)

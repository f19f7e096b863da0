"""`spoorzoeker users`: the first account, and what cannot wait for a page."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from schemas.account import PERSONAS, RESET_REASONS, STAND_IN_REASONS
from schemas.terminal import as_json, database, say, show
from webapp.accounts import inviting_cli, rights_cli
from webapp.accounts.inviting_cli import tell

if TYPE_CHECKING:
    from schemas.account import ResetReason, StandInReason
    from schemas.tables.erasures import Reason


@click.group()
def users() -> None:
    """The accounts."""


users.add_command(inviting_cli.invite)
users.add_command(inviting_cli.invitations)
users.add_command(inviting_cli.withdraw)
users.add_command(rights_cli.matrix)
users.add_command(rights_cli.routes)


@users.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option(
    "--persona",
    required=True,
    type=click.Choice(PERSONAS),
)
@click.option("--candidate", type=click.UUID, help="The candidate this account is of.")
@click.option("--opdrachtgever", help="The paying employer this account works for.")
@click.password_option(help="Asked for when left out; at least 12 characters.")
def users_add(**given: Any) -> None:  # noqa: ANN401 - click hands over its options
    """Add an account."""
    from webapp.accounts import administration

    new = administration.NewAccount(**given)
    with database() as opened:
        administration.add_account(opened.role("maintenance"), new)
    say(f"{new.email} may sign in")


@users.command("disable")
@click.argument("email")
def users_disable(email: str) -> None:
    """Keep an account out from this moment on; nothing of it is removed."""
    from webapp.accounts import administration

    with database() as opened:
        administration.set_active(opened.role("maintenance"), email, active=False)
    say(f"{email} is signed out and may not sign in")


@users.command("enable")
@click.argument("email")
def users_enable(email: str) -> None:
    """Let a disabled account in again."""
    from webapp.accounts import administration

    with database() as opened:
        administration.set_active(opened.role("maintenance"), email, active=True)
    say(f"{email} may sign in")


@users.command("assign")
@click.argument("email")
@click.argument("candidate", type=click.UUID)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only stand in, from today until this day (thirty days on end at most).",
)
@click.option(
    "--reason", type=click.Choice(STAND_IN_REASONS), help="Why somebody stands in."
)
@as_json
def users_assign(
    email: str,
    candidate: UUID,
    until: datetime | None,
    reason: "StandInReason | None",
    *,
    wants_json: bool,
) -> None:
    """Put a traject in an adviser's hands; CANDIDATE ends the address of the dossier.

    Whoever had it stops with yesterday. With --until it is only to stand in: nobody
    loses it, and the candidate reads who helps and until when.
    """
    from schemas.source_health import AMSTERDAM
    from webapp.accounts import assigning

    if (until is None) != (reason is None):
        raise click.UsageError("--until and --reason go together: who stands in, why")
    today = datetime.now(AMSTERDAM).date()
    last = until.date() if until else None
    with database() as opened:
        url = opened.role("maintenance")
        if last and reason:
            assigning.stand_in(url, email, candidate, days=(today, last), reason=reason)
        else:
            assigning.hand_over(url, email, candidate, today=today)
    if wants_json:
        tell({"email": email, "until": str(last) if last else None}, wants_json=True)
    else:
        say(f"{email} works on it from today" + (f" until {last}" if last else ""))


@users.command("erase")
@click.argument("candidate", type=click.UUID)
@click.option(
    "--reason", required=True, type=click.Choice(["request", "term", "mistake"])
)
@click.option("--by", required=True, help="Who decided; kept with the date.")
@click.confirmation_option(prompt="Everything about this candidate goes. Sure?")
def users_erase(candidate: UUID, reason: "Reason", by: str) -> None:
    """Erase CANDIDATE for good: every row, the key, the account."""
    from schemas import erasing
    from schemas.source_health import AMSTERDAM
    from schemas.tables.erasures import Erasure

    today = datetime.now(AMSTERDAM).date()
    asked = Erasure(
        candidate_id=candidate, erased_on=today, erased_by=by, reason=reason
    )
    with database() as opened:
        erasing.erase(opened, asked)
    say("erased; a backup from before is mended by `spoorzoeker db replay-erasures`")


@users.command("list")
@as_json
def users_list(*, wants_json: bool) -> None:
    """List the accounts."""
    from webapp.accounts import administration

    with database() as opened:
        rows = administration.accounts_of(opened.role("maintenance"))
    show(rows, "users", wants_json=wants_json)


@users.command("reset-factor")
@click.argument("email")
@click.option(
    "--reason",
    required=True,
    type=click.Choice(RESET_REASONS),
    help="Why; the admin reads it beside the account.",
)
def users_reset_factor(email: str, reason: "ResetReason") -> None:
    """Take away somebody's app and recovery codes, and sign them out everywhere.

    Only when you are sure who asks: at the next sign-in a new app is set up.
    """
    from webapp.accounts import administration

    with database() as opened:
        administration.reset_factor(opened.role("maintenance"), email, reason)
    say(f"{email} sets up a new second step at the next sign-in")


@users.command("end-sessions")
@click.argument("email")
@as_json
def users_end_sessions(email: str, *, wants_json: bool) -> None:
    """Sign somebody out everywhere; they may sign in again."""
    from webapp.accounts import administration

    with database() as opened:
        ended = administration.end_sessions(opened.role("maintenance"), email)
    if wants_json:
        tell({"email": email, "ended": ended}, wants_json=True)
    else:
        say(f"{ended} sessions ended")


@users.command("mail")
@as_json
def users_mail(*, wants_json: bool) -> None:
    """List the newest mails, and where they lie without a mail server."""
    from webapp.accounts import administration
    from webapp.mail.sending import mail_folder

    with database() as opened:
        rows = administration.mails(opened.role("maintenance"))
        settings = opened.settings
    if settings.smtp is None:
        say(f"no mail server (SPOORZOEKER_SMTP): mails lie in {mail_folder(settings)}")
    show(rows, "mails", wants_json=wants_json)

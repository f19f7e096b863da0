"""Pages: accept an invitation. A GET shows the form; only a POST makes the account."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, g, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.database import Db
from schemas.tables import accounts, invitations
from schemas.tables.invitations import Found
from webapp.accounts import arriving, codes, joining, passwords
from webapp.accounts.joining import Joining, State
from webapp.accounts.limits import NEEDS_APP
from webapp.accounts.pages import LONGEST_TYPED
from webapp.accounts.wording import you
from webapp.site.access import public
from webapp.site.request import auth_database

pages = Blueprint("joining", __name__)

Answer = Response | str | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Why there is no form; its words speak to whoever it is for."""

    title: str
    text: str
    status: int


SAID: Mapping[State, Said] = {
    "unknown": Said(
        title="Deze link werkt niet",
        text="Misschien kreeg {you} later een nieuwe mail. Gebruik de link uit de "
        "laatste mail. Of vraag een nieuwe aan wie {you} uitnodigde.",
        status=404,
    ),
    "used": Said(
        title="{Your} account is er al",
        text="Deze uitnodiging is al gebruikt. Log in met {your} e-mailadres en "
        "wachtwoord.",
        status=410,
    ),
    "withdrawn": Said(
        title="Deze uitnodiging geldt niet meer",
        text="Wie {you} uitnodigde, trok de uitnodiging in. Of {you} kreeg een nieuwe. "
        "Vraag het aan wie {you} uitnodigde.",
        status=410,
    ),
    "expired": Said(
        title="Deze uitnodiging is te oud",
        text="De link werkt 7 dagen. Vraag een nieuwe aan wie {you} uitnodigde.",
        status=410,
    ),
    "other": Said(
        title="{You_are} ingelogd als iemand anders",
        text="Deze uitnodiging is niet voor dit account. Log eerst uit. Open dan de "
        "link nog een keer.",
        status=403,
    ),
}


@pages.get("/uitnodiging/<string:token>")
@public
def form(token: str) -> Answer:
    """The form, or why there is none."""
    with auth_database() as db:
        found = invitations.find(db, codes.hash_of(token))
    return _page(found, token)


@pages.post("/uitnodiging")
@public
def join() -> Answer:
    """Make the account, and go on to its second step or its first page."""
    token = request.form.get("token", "")
    with auth_database() as db:
        found = invitations.find(db, codes.hash_of(token))
        if found is None or _state(found) != "open":
            return _page(found, token)
        errors = joining.problems(db, found, _given())
        response = None if errors else _accept(db, found)
        db.commit()
        if response is not None:
            return response
        found = invitations.find(db, codes.hash_of(token))
    return _page(found, token, errors)


def _given() -> Joining:
    return Joining(
        code=request.form.get("code", "")[:100],
        password=request.form.get("password", "")[:LONGEST_TYPED],
    )


def _accept(db: Db, found: Found) -> Response | None:
    password_hash = passwords.hash_password(_given().password)
    account_id = invitations.accept(db, found.id, password_hash)
    account = accounts.by_id(db, account_id) if account_id else None
    if account is None:
        return None
    is_real = not account.invented or arriving.visit().production
    if account.persona in NEEDS_APP and is_real:
        return arriving.halfway(db, account.id, account.email, "set_up_app", None)
    return arriving.signed_in(db, account.id, account.persona, None)


def _state(found: Found | None) -> State:
    return joining.state_of(found, g.me.email if g.me else None)


def _page(
    found: Found | None, token: str, errors: dict[str, str] | None = None
) -> Answer:
    state = _state(found)
    if found is None or state != "open":
        said, spoken = SAID[state], _spoken_to(found)
        page = render_template(
            "login/message.html",
            button="Log in",
            title=said.title.format_map(spoken),
            text=said.text.format_map(spoken),
            onwards=url_for("login.form") if state == "used" else None,
        )
        return page, said.status
    page = render_template(
        "accounts/joining.html", found=found, token=token, errors=errors or {}
    )
    return (page, 422) if errors else page


def _spoken_to(found: Found | None) -> Mapping[str, str]:
    """Je or u: whoever is signed in, else whom the invitation is for."""
    persona = None if g.me or found is None else found.persona
    return {
        "you": you("je", "u", persona),
        "your": you("je", "uw", persona),
        "Your": you("Je", "Uw", persona),
        "You_are": you("Je bent", "U bent", persona),
    }

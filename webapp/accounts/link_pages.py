"""Pages behind mailed links: a new password, another mail address.

A GET shows a button and changes nothing, for mail scanners follow every link.
"""

import re

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import account_links
from webapp.accounts import arriving, changing, codes
from webapp.accounts.pages import LONGEST_EMAIL, LONGEST_TYPED
from webapp.accounts.proving import recently_proven
from webapp.accounts.wording import you
from webapp.record.declaring import logs, unlogged
from webapp.site.access import me, public, signed_in
from webapp.site.request import auth_database
from webapp.writing.fields import Fields

pages = Blueprint("account_links", __name__)
GONE = 410
ENOUGH = "Hierom is al vijf keer gevraagd. Probeer het over een kwartier weer."
# One address without a name or a comment, and nothing that means more in a mail.
PLAIN = re.compile(r"[\w.!#$%&'*+/=^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


@pages.get("/wachtwoord-vergeten")
@public
def forgotten_form() -> str:
    """Ask for which address."""
    return render_template("login/forgotten.html")


@pages.post("/wachtwoord-vergeten")
@public
def forgotten() -> str:
    """The same answer for every address."""
    email = Fields(request.form).line("email")[:LONGEST_EMAIL]
    with auth_database() as db:
        changing.ask_new_password(db, email, arriving.visit().network)
        db.commit()
    return render_template("login/forgotten.html", asked=True)


@pages.get("/wachtwoord/<string:token>")
@public
def new_password_form(token: str) -> str | tuple[str, int]:
    """The form for a new password."""
    with auth_database() as db:
        link = account_links.one(db, codes.hash_of(token), "password")
    if link is None:
        return _over()
    return render_template("login/new_password.html", token=token, link=link, errors={})


@pages.post("/wachtwoord")
@public
def new_password() -> Response | str | tuple[str, int]:
    """A new password; one still has to sign in with it, second step and all."""
    token = request.form.get("token", "")
    with auth_database() as db:
        link = account_links.one(db, codes.hash_of(token), "password")
        if link is None:
            return _over()
        new = request.form.get("password", "")[:LONGEST_TYPED]
        errors = changing.new_password_by_link(db, link, token, new)
        db.commit()
    if errors:
        values = {"token": token, "link": link, "errors": errors}
        return render_template("login/new_password.html", **values), 422
    flash("Het wachtwoord is veranderd. Log ermee in.")
    return redirect(url_for("login.form"), 303)


@pages.get("/account/e-mailadres")
@signed_in
@unlogged
@recently_proven
def email_form() -> str:
    """The form for another address."""
    return render_template("accounts/email.html", values={}, errors={})


@pages.post("/account/e-mailadres")
@signed_in
@logs("changed", "account")
@recently_proven
def email() -> Response | tuple[str, int]:
    """Mail a link to the new address."""
    fields = Fields(request.form)
    address = read_address(fields)
    if not fields.errors:
        with auth_database() as db:
            if not changing.ask_new_email(db, me(), address, arriving.visit().network):
                fields.errors["email"] = ENOUGH
            db.commit()
    if fields.errors:
        values = {"values": request.form, "errors": fields.errors}
        return render_template("accounts/email.html", **values), 422
    flash(f"Er is een mail gestuurd naar {address}. De link daarin werkt 24 uur.")
    return redirect(url_for("account.index"), 303)


@pages.get("/account/e-mailadres/<string:token>")
@signed_in
@unlogged
def new_email_form(token: str) -> str | tuple[str, int]:
    """Show which address it will be."""
    with auth_database() as db:
        link = account_links.one(db, codes.hash_of(token), "email")
    if link is None or link.account_id != me().id:
        return _over()
    return render_template("accounts/new_email.html", token=token, link=link)


@pages.post("/account/e-mailadres/bevestig")
@signed_in
@logs("changed", "account")
def new_email() -> Response | tuple[str, int]:
    """Sign in by the new address from now on."""
    with auth_database() as db:
        taken = changing.take_new_email(db, me(), request.form.get("token", ""))
        db.commit()
    if taken is None:
        return _over()
    flash(you("Je logt voortaan in met ", "U logt voortaan in met ") + f"{taken}.")
    return redirect(url_for("account.index"), 303)


def read_address(fields: Fields, name: str = "email") -> str:
    """A mail address; what is wrong with it is in `fields.errors`."""
    address = fields.line(
        name, missing="Vul een e-mailadres in.", longest=LONGEST_EMAIL
    )
    if address and not PLAIN.fullmatch(address):
        fields.errors[name] = "Vul een e-mailadres in, bijvoorbeeld naam@bureau.nl."
    return address


def _over() -> tuple[str, int]:
    page = render_template(
        "login/message.html",
        title="Deze link werkt niet meer",
        text="De link is al gebruikt, of te oud. Vraag een nieuwe.",
        onwards=url_for("account_links.forgotten_form"),
        button="Vraag een nieuwe link",
    )
    return page, GONE

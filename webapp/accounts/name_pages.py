"""Page: one's own name, put right (GDPR art. 16): a misspelling, a marriage.

Others read this name: a candidate as that of the adviser, an adviser as that of a
contact person, the admin in the list of accounts. They read the new one at once; the
log knows people by number, so there it changes nothing. What a traject is called stays
what its adviser keeps.

Nobody is mailed, as the name opens nothing, and mails hold no names. It may be that of
somebody else: people share names, and a refusal would tell that there is such a person.
"""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.tables import accounts
from webapp.accounts.proving import recently_proven
from webapp.accounts.wording import you
from webapp.record.declaring import logs, unlogged
from webapp.record.writing import nothing_happened
from webapp.site.access import me, signed_in
from webapp.site.request import database
from webapp.writing.fields import Fields

pages = Blueprint("account_name", __name__)

HIDDEN = (
    "In deze naam stond een teken dat niemand ziet. Het is nu weg. "
    "Klopt de naam zo? Verstuur hem dan opnieuw."
)


@pages.get("/account/naam")
@signed_in
@unlogged
@recently_proven
def form() -> str:
    """The form with the name of now."""
    return render_template("accounts/name.html", name=me().name, errors={})


@pages.post("/account/naam")
@signed_in
@logs("changed", "account")
@recently_proven
def save() -> Response | tuple[str, int]:
    """Go by this name from now on."""
    name, errors = _read(request.form.get("name", ""))
    if errors:
        return render_template("accounts/name.html", name=name, errors=errors), 422
    if not accounts.change_my_name(database(), name):
        nothing_happened()  # it was that already: the form was sent twice
    flash(you("Je naam is nu ", "Uw naam is nu ") + f"{name}.")
    return redirect(url_for("account.index"), 303)


def _read(typed: str) -> tuple[str, dict[str, str]]:
    """One line without what nobody sees, such as what turns it around; what is wrong.

    As long as it was typed: whoever has to make it shorter keeps the text.
    """
    line = " ".join(typed.split())
    name = "".join(one for one in line if one.isprintable())
    fields = Fields({"name": name})
    fields.line("name", missing=you("Vul je naam in.", "Vul uw naam in."))
    if name != line:
        fields.errors.setdefault("name", HIDDEN)
    return name, fields.errors

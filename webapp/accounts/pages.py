"""Pages: sign in and out."""

from flask import (
    Blueprint,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from webapp.accounts import arriving, cookies
from webapp.accounts.limits import HOME
from webapp.accounts.recognising import recognise
from webapp.site.access import public
from webapp.site.request import auth_database, read_cookie
from webapp.writing.fields import Fields

pages = Blueprint("login", __name__)

LONGEST_EMAIL = 254
LONGEST_TYPED = 1024  # characters of a password that are weighed


@pages.get("/")
@public
def start() -> Response:
    """Everybody to the own first page."""
    if g.me is None:
        return redirect(url_for("login.form"))
    return redirect(url_for(HOME[g.me.persona]))


@pages.get("/inloggen")
@public
def form() -> str:
    """The form; `terug` is where to go afterwards."""
    return render_template(
        "login/form.html",
        back=arriving.safe(request.args.get("terug")),
        over=g.me is None and read_cookie() is not None,
    )


@pages.post("/inloggen")
@public
def sign_in() -> Response | tuple[str, int]:
    """One vague message for unknown, disabled, wrong and too often."""
    email = Fields(request.form).line("email")[:LONGEST_EMAIL]
    password = request.form.get("password", "")[:LONGEST_TYPED]
    back = arriving.safe(request.form.get("terug"))
    with auth_database() as db:
        account = recognise(db, email, password, arriving.visit())
        response = arriving.after_password(db, account, back) if account else None
        if response is None:
            arriving.note_at_door(db, "sign_in_refused")
        db.commit()
    if response is not None:
        return response
    return render_template("login/form.html", back=back, failed=True, email=email), 401


@pages.post("/uitloggen")
@public
def sign_out() -> Response:
    """End the session here and in the database."""
    with auth_database() as db:
        arriving.end_session(db)
        if g.me is not None:
            arriving.note_at_door(db, "signed_out", g.me.id, g.me.persona)
        db.commit()
    session.clear()  # with the token of the forms and what was not said yet
    flash("U bent uitgelogd.")
    response = redirect(url_for("login.form"))
    cookies.drop_session(response)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response

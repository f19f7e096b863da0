"""Pages: what a candidate says beside a record; and what others see of it there."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID, uuid4

from flask import (
    Blueprint,
    Flask,
    abort,
    flash,
    g,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from schemas.dossier import Reaction
from schemas.tables import reactions as table
from schemas.tables.reactions import Record
from webapp.portal import words
from webapp.record.declaring import logs
from webapp.record.writing import nothing_happened
from webapp.site.access import allow
from webapp.site.request import database, vault
from webapp.writing.fields import Fields, unless_taken_back

pages = Blueprint("reactions", __name__, url_prefix="/mijn/reacties")
EMPTY = "Schrijf hier wat u wilt zeggen."
KEPT = "Uw reactie staat erbij. Uw adviseur leest hem ook."
WITHDRAWN = "Uw reactie is weg. Uw adviseur ziet hem niet meer."


@pages.get("/<uuid:record_id>")
@allow("candidate", data="reactions")
@logs("viewed", "reaction")
def form(record_id: UUID) -> str:
    """What was said before, and the box for more."""
    return _page(_record_or_404(record_id), {"id": str(uuid4())}, {})


@pages.post("/<uuid:record_id>")
@allow("candidate", data="reactions")
@logs("changed", "reaction")
def add(record_id: UUID) -> Response | tuple[str, int]:
    """Keep the reaction beside the record."""
    record, fields = _record_or_404(record_id), Fields(request.form)
    text = fields.prose("text", on_illness=words.NO_ILLNESS)
    if not text:
        fields.errors["text"] = EMPTY
    if fields.errors:
        return _page(record, request.form, fields.errors), 422
    if not _keep(record, text, fields.new_identity()):
        nothing_happened()
    flash(KEPT)
    return redirect(url_for("portal.home"), 303)


def _keep(record: Record, text: str, identity: UUID) -> bool:
    """Also from a form that was sent before, when that was taken back in between."""
    known = table.about(database(), record.id, vault=vault())
    withdrawn = {one.id for one in known if one.withdrawn_at is not None}
    new = unless_taken_back(identity, withdrawn)
    return table.add(database(), new, record, text, vault=vault())


@pages.post("/<uuid:reaction_id>/terug")
@allow("candidate", data="reactions")
@logs("changed", "reaction")
def withdraw(reaction_id: UUID) -> Response:
    """Take it back; the date and the text stay in one's own list."""
    if not table.withdraw(database(), reaction_id):
        abort(404)
    flash(WITHDRAWN)
    return redirect(url_for("portal.home"), 303)


def beside(record_id: UUID | None, candidate_id: UUID | None = None) -> list[Reaction]:
    """What stands beside a record, for templates; one query per page.

    Row-level security gives an opdrachtgever nothing: that role has no right to ask.
    """
    if "reactions" not in g:
        g.reactions = _by_record(candidate_id)
    found: Mapping[UUID, list[Reaction]] = g.reactions
    return found.get(record_id, []) if record_id else []


def _by_record(candidate_id: UUID | None) -> Mapping[UUID, list[Reaction]]:
    found: dict[UUID, list[Reaction]] = defaultdict(list)
    for one in table.in_force(database(), candidate_id, vault=vault()):
        if record_id := one.task_id or one.attempt_id or one.judgement_id:
            found[record_id].append(one)
    return found


def _record_or_404(record_id: UUID) -> Record:
    return table.record(database(), record_id) or abort(404)


def _page(record: Record, values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    return render_template(
        "record/reaction.html",
        record=record,
        said=table.about(database(), record.id, vault=vault()),
        values=values,
        errors=errors,
    )


def init(app: Flask) -> None:
    """Let any template show what stands beside a record."""
    app.add_template_global(beside, "reactions_beside")

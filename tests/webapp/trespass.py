"""Tries every door of the site with somebody else's keys, and says which ones opened."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import combinations
from uuid import UUID, uuid4

import psycopg
from lxml import html
from psycopg.rows import dict_row

from schemas.account import PERSONAS
from schemas.tables import sessions
from tests.webapp.browser import Browser
from tests.webapp.furnishing import furnish, furnish_one
from webapp.site.request import now

__all__ = ["furnish", "furnish_one"]

SENT_AWAY = {**dict.fromkeys(PERSONAS, 404), None: 302}
PUBLIC = {
    *("static", "login.start", "login.form", "login.sign_in", "login.sign_out"),
    *("account_links.forgotten_form", "account_links.forgotten"),
    *("account_links.new_password_form", "account_links.new_password"),
    *("joining.form", "joining.join"),
}
# Only on the way in, or only with a mailed token: tests of their own try these.
BY_TOKEN = {
    *("second_factor.form", "second_factor.check", "second_factor.another"),
    *("second_factor.set_up", "second_factor.take", "account_links.new_email_form"),
}
# Everybody's, and of oneself alone.
OF_ONESELF = {"account", "account_links", "account_name"}
# Doors of more personas than the rest of their blueprint.
STAFF = {"adviser", "coordinator"}
ALSO = {
    **dict.fromkeys(
        (
            *("retention.index", "retention.one", "retention.end", "retention.close"),
            *("retention.reopen", "retention.postponement", "retention.postpone"),
            "retention.undo",
        ),
        STAFF,
    ),
    "inviting.colleagues": {"coordinator", "admin"},
    "inviting.invite_colleague": {"coordinator", "admin"},
}
# Whose pages a blueprint holds; stands apart from @allow, which is what we try.
PERSONA_OF = {
    "portal": "candidate",
    "news": "candidate",
    "asked_vacancies": "candidate",
    "insight": "opdrachtgever",
    "coordination": "coordinator",
    "managing": "admin",
    "log": "admin",
    "looks_overseen": "coordinator",
    "own_data": "candidate",
    "reactions": "candidate",
    "consents": "candidate",
    "erasing": "coordinator",
    "tidying": "admin",
}
OWNERS = {
    "adviser": "Anna",
    "candidate": "Samira",
    "opdrachtgever": "Olga",
    "coordinator": "Cora",
    "admin": "Arie",
}
# Ids of what all advisers share.
SHARED = {"adviser": {"company_id", "vacancy_id"}, "coordinator": {"candidate_id"}}
PERSONAL = (
    "candidate",
    "assignment",
    "capacity_document",
    "candidate_key",
    "match_run",
    "match",
    "judgement",
    "response",
    "attempt",
    "task",
    "added_vacancy",
    "changes_seen",
    "asked_vacancy",
    "verdict_overrule",
    "log_entry",
    "reaction",
    "consent",
    "dossier_export",
    "invitation",
    "traject_end",
    "postponement",
    "erasure_request",
)
# Grows with every door that is tried: that is what it is for.
GROWS = {"log_entry"}


def owner_of(rule) -> str:
    """Who may come in here, in Samira's traject."""
    return OWNERS[min(owners_of(rule.endpoint), key=list(OWNERS).index)]


@dataclass(frozen=True)
class Visitor:
    """Somebody at the door, with ids of their own."""

    name: str
    persona: str | None
    browser: Browser
    own: dict[str, UUID]


def visitors(app, database, people, ids) -> tuple[Visitor, ...]:
    """Everybody who comes to the door of Samira's traject."""
    samira, tom = ids["Samira"], ids["Tom"]
    known = (
        ("Anna", "adviser", people.anna, samira),
        ("Bram", "adviser", people.bram, tom),
        ("Samira", "candidate", people.samira_account, samira),
        ("Tom", "candidate", people.tom_account, tom),
        ("Olga", "opdrachtgever", people.contact, samira),
        ("Cora", "coordinator", people.cora, samira),
        ("Arie", "admin", people.arie, samira),
    )
    signed_in = [
        Visitor(name, persona, _signed_in(app, database, persona, account), own)
        for name, persona, account, own in known
    ]
    return (*signed_in, Visitor("niemand", None, Browser(app.test_client()), {}))


def _signed_in(app, database, persona: str, account: UUID) -> Browser:
    """A browser with a session of its own; without the password, which takes long."""
    token = f"teken van {account}"
    with database.connect("web_auth") as db:
        sessions.open_session(db, account, token, now() + timedelta(hours=1))
    client = app.test_client()
    client.set_cookie("sessie", f"{persona}:{token}")
    return Browser(client)


def dump(database) -> dict[str, list[str]]:
    """Every row of every personal table, and the queue."""
    with database.connect() as db:
        return {
            table: sorted(
                str(row)
                for (row,) in db.execute(
                    f"select to_jsonb(t) from {table} t"
                ).fetchall()
            )
            for table in (
                *(*PERSONAL, "company", "vacancy_answer", "procrastinate_jobs"),
            )
            if table not in GROWS
        }


class Trespasser:
    """Knows the routes, the ids of both trajects and a filled-in form per address."""

    def __init__(self, app, everybody: Iterable[Visitor], victim: dict[str, UUID]):
        self.app = app
        self.everybody = tuple(everybody)
        self.victim = victim

    @cached_property
    def forms(self) -> dict[str, dict[str, str]]:
        """All forms of the victim's traject, filled in as their pages come.

        Read when the first is asked for: it takes seconds, and not every test sends any.
        """
        theirs = [one for one in self.everybody if one.own == self.victim]
        return {
            path: form
            for visitor in theirs
            for path, form in self.forms_of(visitor).items()
        }

    def visitor(self, name: str) -> Visitor:
        return next(one for one in self.everybody if one.name == name)

    def rules(self) -> list:
        untried = PUBLIC | BY_TOKEN
        return [r for r in self.app.url_map.iter_rules() if r.endpoint not in untried]

    def openings(self, endpoint: str | None = None) -> list[str]:
        """Every request that should have been refused, and was not."""
        return [
            found
            for rule in self.rules()
            if endpoint in (None, rule.endpoint)
            for visitor in self.everybody
            for found in self._try(rule, visitor)
        ]

    def _try(self, rule, visitor: Visitor) -> Iterator[str]:
        for foreign in self._foreign_ids(rule, visitor):
            for method in sorted(rule.methods & {"GET", "POST"}):
                theirs = {n: self.victim[n] for n in foreign}
                unknown = {n: uuid4() for n in foreign}
                rest = {n: visitor.own[n] for n in rule.arguments - foreign}
                path, nowhere = (
                    self.path(rule, rest | some) for some in (theirs, unknown)
                )
                answer = self._send(visitor, method, path)
                absent = self._send(visitor, method, nowhere)
                if answer[0] != SENT_AWAY[visitor.persona]:
                    yield f"{visitor.name} {method} {path}: {answer[0]}"
                elif answer[1] != absent[1].replace(nowhere, path):
                    yield f"{visitor.name} {method} {path}: differs from an unknown id"

    def _foreign_ids(self, rule, visitor: Visitor) -> list[frozenset[str]]:
        """Which parameters to take from the victim, in turn; the rest is one's own."""
        unregistered = rule.arguments - set(self.victim)
        assert not unregistered, f"{rule}: register {unregistered} in furnishing"
        if visitor.persona and is_of_oneself(rule.endpoint):
            hers = visitor.name == "Anna"  # the victim's session
            return [frozenset(rule.arguments)] if rule.arguments and not hers else []
        if visitor.persona not in owners_of(rule.endpoint):
            return [frozenset(rule.arguments)]
        if visitor.own == self.victim:
            return []
        personal = sorted(rule.arguments - SHARED.get(visitor.persona, set()))
        return [
            frozenset(chosen)
            for size in range(1, len(personal) + 1)
            for chosen in combinations(personal, size)
        ]

    def path(self, rule, values: dict[str, UUID]) -> str:
        with self.app.test_request_context():
            return self.app.url_for(rule.endpoint, **values)

    def _send(self, visitor: Visitor, method: str, path: str) -> tuple[int, str]:
        if method == "GET":
            answer = visitor.browser.client.get(path)
        else:
            answer = visitor.browser.post(path, **self.forms.get(path, {}))
        body = re.sub(
            r'name="csrf_token" value="[^"]*"', "", answer.get_data(as_text=True)
        )
        return answer.status_code, body.replace(path.replace("/", "%2F"), path)

    def forms_of(self, owner: Visitor) -> dict[str, dict[str, str]]:
        """Per address what its owner would send, as the own pages fill it in."""
        forms = {}
        for rule in self.rules():
            if "GET" not in rule.methods:
                continue
            path = self.path(rule, {n: owner.own[n] for n in rule.arguments})
            answer = owner.browser.client.get(path)
            if answer.status_code == 200:
                page = html.document_fromstring(answer.get_data(as_text=True))
                for form in page.xpath("//form[@method='post']"):
                    forms[form.get("action") or path] = filled_in(form)
        forms.pop("/uitloggen", None)
        return forms


def is_of_oneself(endpoint: str) -> bool:
    return endpoint.split(".")[0] in OF_ONESELF


def owners_of(endpoint: str) -> set[str]:
    """Whose page it is, by the name of its blueprint."""
    return ALSO.get(endpoint) or {PERSONA_OF.get(endpoint.split(".")[0], "adviser")}


def filled_in(form) -> dict[str, str]:
    """A form as somebody in a hurry sends it: the first choice, one letter."""
    sent: dict[str, str] = {}
    for box in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        name, kind = box.get("name"), box.get("type", "text")
        if name == "csrf_token":
            continue
        if box.tag == "select":
            chosen = box.xpath("./option[@selected]") or box.xpath("./option")
            sent[name] = chosen[0].get("value", "")
        elif kind in ("radio", "checkbox"):
            if box.get("checked") is not None or (kind == "radio" and name not in sent):
                sent[name] = box.get("value", "on")
        elif box.tag == "textarea":
            sent[name] = (box.text or "").strip() or "x"
        else:
            empty = "x" if kind == "text" and box.get("required") is not None else ""
            sent[name] = box.get("value") or empty
    return sent


def reach(
    database, token: str, foreign: UUID, own: UUID, author: UUID, tables=PERSONAL
) -> list[str]:
    """What an adviser's token can read or write of `foreign` straight in the database."""
    with database.connect("web_adviser") as db, database.connect() as known:
        return [
            f"{table}: {verb}"
            for table in tables
            for verb, query, values in _attacks(known, table, foreign, own, author)
            if _succeeds(db, token, query, values)
        ]


def _attacks(known, table: str, foreign: UUID, own: UUID, author: UUID):
    key = "id" if table == "candidate" else "candidate_id"
    yield "select", f"select 1 from {table} where {key} = %s", (foreign,)
    yield "delete", f"delete from {table} where {key} = %s", (foreign,)
    for column in _columns(known, table):
        change = f"update {table} set {column} = {column} where {key} = %s"
        yield f"update {column}", change, (foreign,)
    if key == "candidate_id":
        move = f"update {table} set candidate_id = %s where candidate_id = %s"
        yield "give away", move, (foreign, own)
    names = ", ".join(_columns(known, table))
    forged = f"select {names} from jsonb_populate_record(null::{table}, %s)"
    copy = f"insert into {table} ({names}) {forged}"
    for row in _rows(known, table, key, foreign):
        yield "insert", copy, (_forged(row, author),)


def _columns(known, table: str) -> list[str]:
    rows = known.execute(
        "select quote_ident(column_name) from information_schema.columns "
        "where table_name = %s and table_schema = 'public' "
        "and is_generated = 'NEVER'",  # what is worked out is nobody's to give
        (table,),
    ).fetchall()
    return [name for (name,) in rows]


def _rows(known, table: str, key: str, foreign: UUID) -> list[dict]:
    cursor = known.cursor(row_factory=dict_row)
    query = f"select to_jsonb(t) as row from {table} t where {key} = %s"
    return [one["row"] for one in cursor.execute(query, (foreign,)).fetchall()]


def _forged(row: dict, author: UUID) -> str:
    new = {"id": str(uuid4())} if "id" in row else {}
    authors = ("made_by", "judged_by", "asked_by", "account_id")
    names = {n: str(author) for n in authors if n in row}
    return json.dumps(row | new | names)


def _succeeds(db, token: str, query: str, values: tuple) -> bool:
    """Whether a row was touched; anything but a refusal by the rules counts too.

    What was done is undone, and whoever asks signs in again for the next attempt.
    """
    sessions.identify(db, token)
    try:
        return db.execute(query, values).rowcount > 0
    except (
        psycopg.errors.InsufficientPrivilege,
        psycopg.errors.GeneratedAlways,  # of a number that the database gives
    ):
        return False
    except psycopg.errors.IntegrityError:
        return True  # the rules let it through; only a key stopped it
    finally:
        db.rollback()

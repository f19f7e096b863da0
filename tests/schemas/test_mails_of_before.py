"""What was mailed before it was known whose a mail is: what waits is sent as it was."""

from itertools import count

import pytest

from schemas import migrations
from schemas.database import connect
from tests import builders
from tests.conftest import _named

BEFORE = "0030_whose_mail_it_is.sql"
NUMBERS = count()
MAILS = """
insert into outbox (kind, email, useless_at, sent_at) values
    ('something_new', 'Samira@example.nl', now() + interval '1 day', null),
    ('something_new', 'samira@example.nl', now(), now()),
    ('invitation', 'nieuw@example.nl', now() + interval '1 day', null),
    ('change_email', 'niemand@example.nl', now() + interval '1 day', null)
"""
INVITATION = """
insert into invitation (id, persona, email, name, token_hash, link_expires_at, code_hash,
    code_expires_at)
values (gen_random_uuid(), 'adviser', 'nieuw@example.nl', 'Nieuw', 'x', now(), '', now())
"""
SORTED = """
select o.email, coalesce(a.name, i.name) from outbox o
left join account a on a.id = o.account_id left join invitation i on i.id = o.invitation_id
order by o.id
"""


@pytest.fixture(params=["superuser", "administrator of a server"])
def upgraded(request, server_url):
    """A database with mails, brought from just before this version to this one."""
    name = f"mails_{next(NUMBERS)}"
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"create database {name}")
    url = _named(server_url, name)
    with connect(url) as db:
        db.autocommit = True
        db.execute(migrations.REMEMBER_TABLE)
        for path in migrations._files():
            if path.name < BEFORE:
                migrations._apply(db, path)
        with db.transaction():
            db.execute("set local session_replication_role = replica")
            builders.add_people(db)
            db.execute(INVITATION)
            db.execute(MAILS)
        if request.param != "superuser":
            db.execute("create role plain createrole nosuperuser")
            db.execute("grant spoorzoeker_owner to plain")
            db.execute(f"grant all on database {name} to plain")
            db.execute("grant all on all tables in schema public to plain")
            db.execute("grant all on schema public to plain")
            db.execute("set session authorization plain")
        migrations._apply(db, migrations.FOLDER / BEFORE)
        db.execute("reset session authorization")
        yield db
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"drop database {name} with (force)")
        admin.execute("drop role if exists plain")


def test_what_waits_is_of_somebody_and_what_has_left_is_forgotten(upgraded):
    assert upgraded.execute(SORTED).fetchall() == [
        ("Samira@example.nl", "Samira"),
        ("nieuw@example.nl", "Nieuw"),
    ]

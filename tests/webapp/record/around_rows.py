"""What is known around a dossier: the account, the mails, an advert that was added."""

from schemas.database import Db
from tests.builders import People

SECRET = "eengeheim"
AROUND = """
update account set signed_in_at = now(), told_on = '2026-11-02',
    password_hash = 'eengeheim', totp_seed = 'eengeheim' where id = %(account)s;
insert into session (token_hash, account_id, expires_at, agent)
values (sha256(%(whose)s::text::bytea), %(account)s, now(), 'Firefox op Windows');
insert into device (token_hash, account_id, expires_at)
values (sha256(%(whose)s::text::bytea), %(account)s, '2026-12-24');
insert into recovery_code values (%(account)s, 'eengeheim', null);
insert into factor_reset (account_id, reason) values (%(account)s, 'replaced');
insert into account_link (token_hash, account_id, kind, email, expires_at)
values (sha256(%(whose)s::text::bytea), %(account)s, 'email', %(name)s || '@nieuw.nl', now());
insert into outbox (kind, email, secret, useless_at, made_at) values
    ('sign_in_code', upper(%(name)s) || '@example.nl', 'eengeheim', now(), now()),
    ('something_new', %(name)s || '@example.nl', null, now(), '2001-01-01');
insert into invitation (id, persona, email, name, candidate_id, opdrachtgever_id,
    invited_by, token_hash, link_expires_at, code_hash, code_expires_at, accepted_at)
select gen_random_uuid(), persona, email || '.nl', %(name)s, %(candidate)s, payer,
    %(adviser)s, sha256((%(whose)s || email)::bytea), now(), 'eengeheim', now(), at
from (values ('candidate', %(name)s || '@example', null::timestamptz, null::uuid),
    ('candidate', %(name)s || '@eerder', now(), null),
    ('candidate', %(name)s || '@vergist', null, null),
    ('opdrachtgever', %(name)s || '@baas', now(), %(payer)s)) of (persona, email, at, payer);
insert into outbox (kind, email, invitation_id, useless_at, made_at)
select 'invitation', email, id, now(), '2001-02-02' from invitation
where candidate_id = %(candidate)s;
insert into added_vacancy (id, candidate_id, title, employer, url, asked_by)
values (gen_random_uuid(), %(candidate)s, 'Receptie bij ' || %(name)s, 'De Linde',
    'https://linde.example/1', %(adviser)s);
"""


def add_around(db: Db, people: People) -> None:
    """The same around the dossiers of Samira and of Tom."""
    whose = (
        ("samira", people.samira_account, people.samira, people.anna),
        ("tom", people.tom_account, people.tom, people.bram),
    )
    db.execute("insert into opdrachtgever (name) values ('Een ander')")
    for name, account, candidate, adviser in whose:
        values = {"name": name, "account": account, "candidate": candidate}
        values |= {"adviser": adviser, "payer": people.opdrachtgever, "whose": name}
        for one in filter(str.strip, AROUND.split(";\n")):
            db.execute(one, values)

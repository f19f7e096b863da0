-- Accounts of one's own: invitations, the second factor, sessions one can see and end,
-- new passwords by link, and mail that leaves through an outbox.
do $$
begin
    if not exists (select from pg_roles where rolname = 'mailer') then
        create role mailer login;
    end if;
end
$$;
grant usage on schema public to mailer;
set local role spoorzoeker_owner;

-- 1. The second factor of an account, and what is known of a session.
alter table account
    add column totp_seed bytea, -- sealed; null: there is no app
    add column totp_step bigint not null default 0; -- the last time step that was used

create table recovery_code ( -- 128 random bits, each good for once
    account_id uuid not null references account on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
);

alter table session
    add column id uuid not null default gen_random_uuid(),
    add column proven_at timestamptz not null default now(), -- last password or code
    add column agent text not null default '' check (length(agent) <= 80),
    add constraint session_id unique (id);

create table sign_in ( -- the password was right; the second factor is still to come
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    code_hash bytea, -- of the code that was mailed, with the token as its key
    code_expires_at timestamptz,
    codes_sent smallint not null default 0,
    tries smallint not null default 0,
    totp_seed bytea -- sealed; of an app that is being set up
);
create index sign_in_account on sign_in (account_id);

create table device ( -- of a candidate who asked not to be mailed a code each time
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index device_account on device (account_id);

create table account_link ( -- mailed to the owner, good for once
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    kind text not null check (kind in ('password', 'email')),
    email text, -- the address to change to
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((kind = 'email') = (email is not null))
);
create index account_link_account on account_link (account_id);

-- 2. Invitations: a link by mail and an access code by another road.
create table invitation (
    id uuid primary key, -- given by the form, so that sending twice invites once
    persona text not null check (persona in
        ('adviser', 'candidate', 'opdrachtgever', 'coordinator', 'admin')),
    email text not null check (length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    candidate_id uuid references candidate on delete cascade, -- from whose dossier
    opdrachtgever_id uuid references opdrachtgever on delete cascade,
    invited_by uuid references account on delete set null, -- null: by command
    made_at timestamptz not null default now(),
    token_hash bytea not null unique,
    link_expires_at timestamptz not null,
    code_hash bytea not null,
    code_expires_at timestamptz not null,
    code_tries smallint not null default 0,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    invented boolean not null default false,
    check ((persona in ('candidate', 'opdrachtgever')) = (candidate_id is not null)),
    check ((persona = 'opdrachtgever') = (opdrachtgever_id is not null))
);
create index invitation_candidate on invitation (candidate_id);
create index invitation_opdrachtgever on invitation (opdrachtgever_id);
create index invitation_by on invitation (invited_by);

-- 3. Mail. A row is written in the transaction of what it tells of.
create table outbox (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('invitation', 'sign_in_code', 'new_password',
        'change_email', 'email_changed', 'failed_sign_ins', 'access_changed',
        'something_new')),
    email text not null,
    secret text, -- of the link, or the code; gone as soon as it is sent or useless
    made_at timestamptz not null default now(),
    useless_at timestamptz not null,
    next_try_at timestamptz not null default now(),
    tries smallint not null default 0,
    sent_at timestamptz,
    given_up_at timestamptz,
    error text -- the kind of the last failure, never what a server said
);
create index outbox_waiting on outbox (next_try_at)
    where sent_at is null and given_up_at is null;

create function mail_waits() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
    values ('mail', 'send_mail', 'send mail', 'send mail', '{}');
    return null;
exception when unique_violation then
    return null; -- it is already waiting
end
$$;
create trigger mail_waits after insert on outbox
    for each statement execute function mail_waits();

-- 4. Identity. An opdrachtgever's contact comes in until 30 days after the last traject.
create function access_lasts(account uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from account a
        where a.id = access_lasts.account
          and (a.persona <> 'opdrachtgever' or a.made_at > now() - interval '30 days'))
      or exists (
        select from opdrachtgever_contact o
        join candidate c on c.opdrachtgever_id = o.opdrachtgever_id
        where o.account_id = access_lasts.account
          and (c.planned_end is null or c.planned_end >= current_date - 30))
$$;

create or replace function current_account() returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id
    from session s join account a on a.id = s.account_id
    where s.token_hash = sha256(convert_to(
            nullif(current_setting('app.session', true), ''), 'UTF8'))
      and s.revoked_at is null
      and s.expires_at > now()
      and s.last_seen > now() - case a.persona when 'opdrachtgever'
            then interval '15 minutes' else interval '30 minutes' end
      and a.active
      and session_user = 'web_' || a.persona
      and access_lasts(a.id)
$$;

-- Remembers that a session is alive, at most once a minute; whether it did.
drop function touch_session();
create function touch_session() returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update session set last_seen = now()
    where token_hash = sha256(convert_to(
            nullif(current_setting('app.session', true), ''), 'UTF8'))
      and account_id = current_account() and last_seen < now() - interval '1 minute';
    return found;
end
$$;

create function my_session() returns table (id uuid, proven_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.proven_at from session s
    where s.account_id = current_account()
      and s.token_hash = sha256(convert_to(
            nullif(current_setting('app.session', true), ''), 'UTF8'))
$$;

-- 5. Inviting. Who may invite whom is decided here, whatever a page asks for.
create function may_invite(persona text, candidate uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select case session_user
        when 'web_adviser' then persona in ('candidate', 'opdrachtgever')
            and candidate = any (array(select my_candidates()))
        when 'web_coordinator' then persona = 'adviser' and current_account() is not null
        when 'web_admin' then persona in ('adviser', 'coordinator', 'admin')
            and current_account() is not null
        when 'maintenance' then true
        else false end
$$;

-- What came of it: invited, sent_twice, taken (the address has an account),
-- has_account (the candidate has one) or no_opdrachtgever.
create function invite(
    id uuid, persona text, email text, name text, candidate uuid,
    token_hash bytea, code_hash bytea, link_secret text
) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    party uuid;
    own boolean;
begin
    if may_invite(persona, candidate) is not true then
        raise exception 'not yours to invite' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from invitation i where i.id = invite.id) then
        return 'sent_twice';
    end if;
    if exists (select from account a where lower(a.email) = lower(invite.email)) then
        return 'taken';
    end if;
    if persona = 'candidate' and exists (
        select from candidate c where c.id = candidate and c.account_id is not null)
    then
        return 'has_account';
    end if;
    if persona = 'opdrachtgever' then
        select c.opdrachtgever_id into party from candidate c where c.id = candidate;
        if party is null then
            return 'no_opdrachtgever';
        end if;
    end if;
    update invitation i set withdrawn_at = now() -- the newest counts
    where i.accepted_at is null and i.withdrawn_at is null
      and (lower(i.email) = lower(invite.email)
           or (i.persona = 'candidate' and invite.persona = 'candidate'
               and i.candidate_id = candidate));
    own := coalesce((select a.invented from account a where a.id = current_account()), false);
    insert into invitation (id, persona, email, name, candidate_id, opdrachtgever_id,
        invited_by, token_hash, link_expires_at, code_hash, code_expires_at, invented)
    values (invite.id, invite.persona, invite.email, invite.name, candidate, party,
        current_account(), invite.token_hash, now() + interval '7 days',
        invite.code_hash, now() + interval '72 hours', own);
    insert into outbox (kind, email, secret, useless_at)
    values ('invitation', invite.email, link_secret, now() + interval '7 days');
    return 'invited';
end
$$;

-- A new code, and with `link_secret` also a new link by mail; false when there is no
-- open invitation of one's own.
create function renew_invitation(
    invitation uuid, code_hash bytea, token_hash bytea, link_secret text
) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    address text;
begin
    update invitation i set
        code_hash = renew_invitation.code_hash, code_tries = 0,
        code_expires_at = now() + interval '72 hours',
        token_hash = coalesce(renew_invitation.token_hash, i.token_hash),
        link_expires_at = case when renew_invitation.token_hash is null
            then i.link_expires_at else now() + interval '7 days' end
    where i.id = invitation and i.accepted_at is null and i.withdrawn_at is null
      and may_invite(i.persona, i.candidate_id)
    returning i.email into address;
    if address is null then
        return false;
    end if;
    if link_secret is not null then
        insert into outbox (kind, email, secret, useless_at)
        values ('invitation', address, link_secret, now() + interval '7 days');
    end if;
    return true;
end
$$;

-- The accounts that see this traject beside its advisers, for its adviser.
create function people_of(candidate uuid) returns table (
    account_id uuid, persona text, name text, email text, active boolean, lasts boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.persona, a.name, a.email, a.active, access_lasts(a.id)
    from account a
    where session_user = 'web_adviser'
      and candidate = any (array(select my_candidates()))
      and (a.id = (select c.account_id from candidate c where c.id = candidate)
           or a.id in (select o.account_id from opdrachtgever_contact o
                       join candidate c on c.opdrachtgever_id = o.opdrachtgever_id
                       where c.id = candidate))
    order by a.persona, lower(a.name)
$$;

-- The account of whoever had the link and the code; null when somebody was quicker.
create function accept_invitation(invitation uuid, password_hash text) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    taken invitation;
    made uuid;
begin
    update invitation i set accepted_at = now()
    where i.id = accept_invitation.invitation and i.accepted_at is null
      and i.withdrawn_at is null and i.link_expires_at > now()
      and i.code_expires_at > now()
    returning i.* into taken;
    if taken.id is null then
        return null;
    end if;
    insert into account (email, name, persona, password_hash, invented)
    values (taken.email, taken.name, taken.persona, accept_invitation.password_hash,
        taken.invented)
    returning account.id into made;
    if taken.persona = 'candidate' then
        update candidate c set account_id = made
        where c.id = taken.candidate_id and c.account_id is null;
        if not found then
            raise exception 'this candidate has an account' using errcode = 'unique_violation';
        end if;
    elsif taken.persona = 'opdrachtgever' then
        insert into opdrachtgever_contact (opdrachtgever_id, account_id)
        values (taken.opdrachtgever_id, made);
    end if;
    return made;
end
$$;

revoke execute on function touch_session(), mail_waits(), access_lasts(uuid), my_session(),
    may_invite(text, uuid), people_of(uuid), accept_invitation(uuid, text),
    invite(uuid, text, text, text, uuid, bytea, bytea, text),
    renew_invitation(uuid, bytea, bytea, text) from public;
grant execute on function access_lasts(uuid) to web_auth, maintenance;
grant execute on function accept_invitation(uuid, text) to web_auth;
grant execute on function my_session(), touch_session() to web_adviser, web_candidate,
    web_opdrachtgever, web_coordinator, web_admin;
grant execute on function people_of(uuid) to web_adviser;
grant execute on function invite(uuid, text, text, text, uuid, bytea, bytea, text),
    renew_invitation(uuid, bytea, bytea, text)
    to web_adviser, web_coordinator, web_admin, maintenance;
grant execute on function may_invite(text, uuid)
    to web_adviser, web_coordinator, web_admin;

-- 6. Rights.
grant update (email, totp_seed, totp_step) on account to web_auth;
grant select, insert, update, delete on recovery_code, sign_in, device, account_link
    to web_auth;
grant select, update (code_tries) on invitation to web_auth;
grant insert (kind, email, secret, useless_at) on outbox to web_auth;

grant select (id, account_id, made_at, last_seen, expires_at, revoked_at, agent),
    update (revoked_at) on session
    to web_adviser, web_candidate, web_opdrachtgever, web_coordinator, web_admin;
grant select (id, persona, email, name, candidate_id, made_at, link_expires_at,
    code_expires_at, code_tries, accepted_at, withdrawn_at),
    update (withdrawn_at) on invitation to web_adviser, web_coordinator, web_admin;

grant select, update (secret, next_try_at, tries, sent_at, given_up_at, error), delete
    on outbox to mailer;
grant select, insert, update, delete on recovery_code, sign_in, device, account_link,
    invitation, outbox to maintenance;

do $$
declare
    name text;
begin
    foreach name in array array['recovery_code', 'sign_in', 'device', 'account_link',
        'invitation', 'outbox']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
    end loop;
    foreach name in array array['recovery_code', 'sign_in', 'device', 'account_link',
        'invitation']
    loop
        execute format(
            'create policy sign_in on %I to web_auth using (true) with check (true)', name);
    end loop;
    foreach name in array array['adviser', 'candidate', 'opdrachtgever', 'coordinator', 'admin']
    loop
        execute format('create policy %I on session to %I '
            'using (account_id = (select current_account())) '
            'with check (account_id = (select current_account()))',
            'own_' || name, 'web_' || name);
    end loop;
end
$$;
create policy sign_in on outbox for insert to web_auth with check (true);
create policy owner_posts on outbox for insert to spoorzoeker_owner with check (true);
create policy mailer on outbox to mailer using (true);

create policy owner_invites on invitation to spoorzoeker_owner
    using (true) with check (true);
create policy adviser on invitation to web_adviser
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates())));
create policy coordinator on invitation to web_coordinator
    using (persona = 'adviser' and (select current_account()) is not null)
    with check (persona = 'adviser' and (select current_account()) is not null);
create policy admin on invitation to web_admin
    using (candidate_id is null and (select current_account()) is not null)
    with check (candidate_id is null and (select current_account()) is not null);
-- what is over stays as it was
create policy open on invitation as restrictive for update
    to web_adviser, web_coordinator, web_admin
    using (accepted_at is null and withdrawn_at is null) with check (true);

-- who accepts an invitation becomes somebody's candidate or an opdrachtgever's contact
create policy owner_adds on account for insert to spoorzoeker_owner with check (true);
create policy owner_adds on opdrachtgever_contact for insert to spoorzoeker_owner
    with check (true);
create policy owner_joins on candidate for update to spoorzoeker_owner
    using (account_id is null) with check (account_id is not null);

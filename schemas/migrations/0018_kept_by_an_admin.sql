-- What an admin does about accounts, news by mail, consent before a cv is given; and what
-- a candidate answers, what comes next and the file with everything: sealed. The old
-- columns stay until `db migrate` has sealed what stands in them; then 0018b removes them.
set local role spoorzoeker_owner;

-- 1. Sealed beside plain.
alter table task
    add column answer_sealed bytea,
    add column cannot_reason_sealed bytea;
alter table response add column why_sealed bytea;
alter table attempt add column next_step_sealed bytea;
alter table dossier_export
    add column sealed bytea,
    drop constraint dossier_export_check;
grant update (status, answer_sealed, cannot_reason_sealed, answered_at) on task
    to web_candidate;
grant update (cannot_reason_sealed) on task to web_adviser;
grant update (why_sealed) on response to web_candidate;
grant update (next_step_sealed) on attempt to web_adviser;

-- Whoever answers first makes the key; once there it is nobody's to change.
grant insert (candidate_id, kek, wrapped) on candidate_key to web_candidate;
create policy candidate_makes on candidate_key for insert to web_candidate
    with check (candidate_id = any (array(select my_candidates())));

-- 2. When somebody last signed in, and whether news comes by mail (of one day once).
alter table account
    add column signed_in_at timestamptz,
    add column wants_news boolean not null default true,
    add column told_on date;
create policy owner_changes on account for update to spoorzoeker_owner
    using (true) with check (true);
update account a set signed_in_at =
    (select max(s.made_at) from session s where s.account_id = a.id);
grant update (signed_in_at, wants_news) on account to web_auth;
grant select (signed_in_at) on account to web_admin;

-- In the transaction of what is new; nobody is told whether a mail left.
create function tell_candidate(candidate uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    address text;
begin
    update account a set told_on = (now() at time zone 'Europe/Amsterdam')::date
    where session_user = 'web_adviser'
      and candidate = any (array(select my_candidates()))
      and a.id = (select c.account_id from candidate c where c.id = candidate)
      and a.active and a.wants_news
      and a.told_on is distinct from (now() at time zone 'Europe/Amsterdam')::date
    returning a.email into address;
    if address is not null then
        insert into outbox (kind, email, useless_at)
        values ('something_new', address, now() + interval '2 days');
    end if;
end
$$;

-- 3. The admin: how somebody signs in, without a secret; signing out, and a new second step.
create table factor_reset (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references account on delete cascade,
    reason text not null check (reason in ('lost', 'broken', 'replaced', 'misuse')),
    made_by uuid references account on delete set null, -- null: by command
    made_at timestamptz not null default now()
);
create index factor_reset_account on factor_reset (account_id, made_at desc);
create index factor_reset_by on factor_reset (made_by);

create function account_access() returns table (
    id uuid, has_app boolean, recovery_left bigint, places bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.totp_seed is not null,
        (select count(*) from recovery_code r
         where r.account_id = a.id and r.used_at is null),
        (select count(*) from session s
         where s.account_id = a.id and s.revoked_at is null and s.expires_at > now()
           and s.last_seen > now() - case a.persona when 'opdrachtgever'
                then interval '15 minutes' else interval '30 minutes' end)
    from account a
    where session_user = 'maintenance'
       or (session_user = 'web_admin' and current_account() is not null)
$$;

-- Whether whoever asks keeps this account: an admin every other one, the operator all.
create function keeps_account(account uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from account a where a.id = keeps_account.account)
      and case session_user
        when 'web_admin' then coalesce(account <> current_account(), false)
        when 'maintenance' then true
        else false end
$$;

-- How many sessions ended; null for an account that is not one's to keep.
create function sign_out_everywhere(account uuid) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    ended integer;
begin
    if not keeps_account(account) then
        return null;
    end if;
    update session set revoked_at = now()
    where account_id = account and revoked_at is null;
    get diagnostics ended = row_count;
    delete from device where account_id = account;
    delete from sign_in where account_id = account;
    return ended;
end
$$;

-- No app and no codes any more; the owner is mailed. False as above.
create function reset_second_factor(account uuid, reason text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    address text;
begin
    if sign_out_everywhere(account) is null then
        return false;
    end if;
    update account a set totp_seed = null, totp_step = 0
    where a.id = reset_second_factor.account
    returning a.email into address;
    delete from recovery_code where account_id = account;
    insert into factor_reset (account_id, reason, made_by)
    values (account, reset_second_factor.reason, current_account());
    insert into outbox (kind, email, useless_at)
    values ('access_changed', address, now() + interval '7 days');
    return true;
end
$$;

-- A withdrawn invitation counts again, within a day and as long as no other took its place.
create function restore_invitation(invitation uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update invitation i set withdrawn_at = null
    where i.id = restore_invitation.invitation and i.accepted_at is null
      and i.withdrawn_at > now() - interval '1 day'
      and may_invite(i.persona, i.candidate_id)
      and not exists (select from account a where lower(a.email) = lower(i.email))
      and not exists (
        select from invitation other
        where other.accepted_at is null and other.withdrawn_at is null
          and (lower(other.email) = lower(i.email)
               or (i.persona = 'candidate' and other.persona = 'candidate'
                   and other.candidate_id = i.candidate_id)));
    return found;
end
$$;

revoke execute on function tell_candidate(uuid), account_access(), keeps_account(uuid),
    sign_out_everywhere(uuid), reset_second_factor(uuid, text), restore_invitation(uuid)
    from public;
grant execute on function tell_candidate(uuid) to web_adviser;
grant execute on function account_access(), sign_out_everywhere(uuid),
    reset_second_factor(uuid, text) to web_admin, maintenance;
grant execute on function restore_invitation(uuid)
    to web_adviser, web_coordinator, web_admin, maintenance;

grant select on factor_reset to web_admin;
grant select, insert, update, delete on factor_reset to maintenance;
alter table factor_reset enable row level security;
alter table factor_reset force row level security;
create policy maintenance on factor_reset to maintenance using (true) with check (true);
create policy admin on factor_reset for select to web_admin
    using ((select current_account()) is not null);
create policy owner_notes on factor_reset for insert to spoorzoeker_owner with check (true);
do $$
declare
    name text;
begin
    foreach name in array array['recovery_code', 'device', 'sign_in'] loop
        execute format('create policy owner_reads on %I for select to spoorzoeker_owner '
            'using (true)', name);
        execute format('create policy owner_resets on %I for delete to spoorzoeker_owner '
            'using (true)', name);
    end loop;
end
$$;

-- 4. A cv is given to a company with the candidate's consent, or not recorded as given.
-- What was recorded may be mended after the consent was withdrawn.
alter table attempt add constraint presented_is_somebody
    check (kind <> 'presented' or candidate_id is not null);
create function needs_consent() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.kind = 'presented'
        and lower(old.employer) = lower(new.employer)
    then
        return new;
    end if;
    if not exists (
        select from consent c
        where c.candidate_id = new.candidate_id and c.item = 'present_cv'
          and c.withdrawn_at is null and lower(c.company) = lower(new.employer))
    then
        raise exception 'no consent to give this company the cv'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
revoke execute on function needs_consent() from public;
create trigger needs_consent before insert or update of kind, employer on attempt
    for each row when (new.kind = 'presented' and session_user = 'web_adviser')
    execute function needs_consent();

-- Who looked at what and who changed it, sealed each minute; and what is the candidate's:
-- to see who looked, to say something beside a record, to take everything along, to agree
-- or not with what is extra.
do $$
begin
    if not exists (select from pg_roles where rolname = 'sealer') then
        create role sealer login;
    end if;
end
$$;
grant usage on schema public to sealer;
set local role spoorzoeker_owner;

-- 1. The log: one row per view and per change. No names, no content, no free text, so that
-- a candidate's erasure need not touch it; therefore also no keys to other tables.
create table log_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null, -- this and the next four are the database's to say
    cluster bigint not null, -- the installation that wrote it: numbers of another one say nothing
    xact bigint not null, -- the transaction that wrote it
    account_id uuid, -- null: nobody we know
    persona text check (persona in
        ('adviser', 'candidate', 'opdrachtgever', 'coordinator', 'admin', 'program')),
    stands_in boolean not null, -- an adviser who stood in for another one then
    act text not null check (act in ('viewed', 'changed', 'exported', 'refused', 'signed_in',
        'signed_out', 'sign_in_refused', 'invited', 'stood_in', 'erased')),
    candidate_id uuid,
    thing text not null check (thing in ('account', 'added_vacancy', 'answer', 'asked_vacancy',
        'attempt', 'capacity', 'caseload', 'changes', 'company', 'consent', 'dossier', 'export',
        'judgement', 'log', 'overrule', 'profile', 'progress', 'proposal', 'reaction', 'session',
        'sources', 'stand_in', 'task', 'traject', 'vacancies', 'vacancy')),
    thing_id uuid,
    request_id uuid
);
create index log_entry_in_order on log_entry (cluster, xact, id);
create index log_entry_candidate on log_entry (candidate_id, at desc);

-- Whoever writes does not choose who it was, when it was, nor for whom.
create function note_who() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.at := clock_timestamp();
    new.xact := pg_current_xact_id()::text::bigint;
    new.cluster := (select system_identifier from pg_control_system());
    new.stands_in := false;
    if session_user = 'web_auth' then
        return new; -- signing in: it says itself whose account it is about
    elsif session_user not like 'web\_%' then
        new.persona := 'program';
        return new;
    end if;
    new.account_id := current_account();
    new.persona := substr(session_user, 5);
    if session_user = 'web_candidate' and new.act <> 'refused' then
        new.candidate_id := coalesce(new.candidate_id,
            (select c.id from candidate c where c.account_id = new.account_id limit 1));
    elsif session_user = 'web_adviser' and new.act <> 'refused'
        and new.candidate_id is not null
    then
        new.stands_in := not exists (
            select from assignment a
            where a.adviser_id = new.account_id and a.candidate_id = new.candidate_id
              and not a.stand_in and a.starts_on <= current_date
              and (a.ends_on is null or a.ends_on >= current_date));
    end if;
    return new;
end
$$;
create trigger note_who before insert on log_entry for each row execute function note_who();

-- 2. The seals: each minute's rows in one sum that also holds the sum before it.
create table log_seal (
    number integer primary key,
    cluster bigint not null,
    from_xact bigint not null, -- of the rows with from_xact <= xact < to_xact
    to_xact bigint not null check (to_xact > from_xact),
    rows integer not null check (rows > 0),
    made_at timestamptz not null,
    head bytea not null check (length(head) = 32)
);

-- What was removed because it was old enough: all up to and with the rows of this seal.
create table log_retirement (
    number integer primary key,
    head bytea not null,
    retired_at timestamptz not null default now()
);

-- 3. What a candidate says beside a record: own words, dated, withdrawn but never changed.
alter table task add unique (id, candidate_id);
alter table attempt add unique (id, candidate_id);
alter table judgement add unique (id, candidate_id);
create table reaction (
    id uuid primary key, -- given by the form
    candidate_id uuid not null references candidate on delete cascade,
    task_id uuid,
    attempt_id uuid,
    judgement_id uuid,
    text text not null check (text <> ''),
    made_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    check (num_nonnulls(task_id, attempt_id, judgement_id) = 1),
    -- keys look past row-level security: the record is of the same candidate
    foreign key (task_id, candidate_id) references task (id, candidate_id) on delete cascade,
    foreign key (attempt_id, candidate_id)
        references attempt (id, candidate_id) on delete cascade,
    foreign key (judgement_id, candidate_id)
        references judgement (id, candidate_id) on delete cascade
);
create index reaction_candidate on reaction (candidate_id, made_at);
create index reaction_task on reaction (task_id) where task_id is not null;
create index reaction_attempt on reaction (attempt_id) where attempt_id is not null;
create index reaction_judgement on reaction (judgement_id) where judgement_id is not null;

-- 4. What a candidate agrees to that the re-integration can do without.
create table consent (
    id uuid primary key, -- given by the form
    candidate_id uuid not null references candidate on delete cascade,
    item text not null check (item in ('present_cv', 'photo', 'whatsapp')),
    company text not null default '', -- to whom the cv may be shown
    text_version integer not null check (text_version > 0), -- of the words agreed to
    given_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    check ((item = 'present_cv') = (company <> ''))
);
create unique index consent_one_in_force on consent (candidate_id, item, lower(company))
    where withdrawn_at is null;

-- 5. Everything about a candidate in one file, for the candidate alone, for a week.
create table dossier_export (
    id uuid primary key default gen_random_uuid(),
    candidate_id uuid not null references candidate on delete cascade,
    asked_at timestamptz not null default now(),
    made_at timestamptz,
    expires_at timestamptz,
    file bytea,
    check ((made_at is null) = (file is null) and (made_at is null) = (expires_at is null))
);
create index dossier_export_candidate on dossier_export (candidate_id, asked_at desc);
create unique index dossier_export_one_waiting on dossier_export (candidate_id)
    where made_at is null;

-- Asking twice asks once; at most five times a day. False: not now.
create function request_export() returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    candidate uuid := (select my_candidates() limit 1);
    asked uuid;
begin
    if session_user <> 'web_candidate' or candidate is null then
        raise exception 'only a candidate asks' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from dossier_export e where e.candidate_id = candidate
        and e.asked_at > now() - interval '1 day') >= 5
    then
        return false;
    end if;
    insert into dossier_export (candidate_id) values (candidate)
    on conflict do nothing returning id into asked;
    if asked is not null then
        insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
        values ('housekeeping', 'make_export', 'export ' || asked, 'export ' || asked,
                jsonb_build_object('export_id', asked));
    end if;
    return true;
end
$$;

-- 6. Who looked, per day, for the candidate, who guides the candidate and who oversees it:
-- in which function, never by name. What was refused showed nothing.
create function who_looked(candidate uuid, before date) returns table (
    day date, who text, act text, thing text, times bigint, last_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select (e.at at time zone 'Europe/Amsterdam')::date,
        case when e.stands_in then 'stand_in' else e.persona end,
        e.act, e.thing, count(*), max(e.at)
    from log_entry e
    where e.candidate_id = candidate and e.persona <> 'candidate' and e.act <> 'refused'
      and e.at < before::timestamp at time zone 'Europe/Amsterdam'
      and (candidate = any (array(select my_candidates()))
           or (session_user = 'web_coordinator' and current_account() is not null))
    group by 1, 2, 3, 4
    order by 1 desc, 6 desc
    limit 200
$$;

-- The newest rows, for the admin: numbers and kinds, no content and no name.
create function newest_log(before bigint) returns table (
    id bigint, at timestamptz, account_id uuid, persona text, stands_in boolean, act text,
    thing text, candidate_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.id, e.at, e.account_id, e.persona, e.stands_in, e.act, e.thing, e.candidate_id
    from log_entry e
    where session_user = 'web_admin' and current_account() is not null
      and (before is null or e.id < before)
    order by e.id desc
    limit 100
$$;

create function newest_seal() returns table (
    number integer, made_at timestamptz, unsealed bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.number, s.made_at,
        (select count(*) from log_entry e where e.cluster = s.cluster and e.xact >= s.to_xact)
    from log_seal s
    where session_user = 'web_admin' and current_account() is not null
    order by s.number desc
    limit 1
$$;

-- A page that waits asks for itself again and again; that is one look.
create function just_viewed(candidate uuid, kind text, subject uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from log_entry e
        where e.candidate_id = candidate and e.account_id = current_account()
          and e.act = 'viewed' and e.thing = kind and e.thing_id is not distinct from subject
          and e.at > now() - interval '10 minutes')
$$;

revoke execute on function note_who(), request_export(), who_looked(uuid, date),
    newest_log(bigint), newest_seal(), just_viewed(uuid, text, uuid) from public;
grant execute on function request_export() to web_candidate;
grant execute on function who_looked(uuid, date)
    to web_candidate, web_adviser, web_coordinator;
grant execute on function newest_log(bigint), newest_seal() to web_admin;
grant execute on function just_viewed(uuid, text, uuid)
    to web_adviser, web_candidate, web_opdrachtgever, web_coordinator, web_admin;

-- 7. Rights. The log is written by everybody and read through the functions above alone.
grant insert (act, candidate_id, thing, thing_id, request_id) on log_entry
    to web_adviser, web_candidate, web_opdrachtgever, web_coordinator, web_admin;
grant insert (act, account_id, persona, thing, request_id) on log_entry to web_auth;
grant select, insert (act, candidate_id, thing, thing_id, request_id), delete on log_entry
    to maintenance;
grant select on log_entry, log_seal, log_retirement to sealer;
grant insert on log_seal to sealer;
grant select, delete on log_seal to maintenance;
grant select, insert (number, head) on log_retirement to maintenance;

grant select, insert (id, candidate_id, task_id, attempt_id, judgement_id, text),
    update (withdrawn_at) on reaction to web_candidate;
grant select on reaction to web_adviser;
grant select, insert (id, candidate_id, item, company, text_version),
    update (withdrawn_at) on consent to web_candidate;
grant select on consent to web_adviser;
grant select on dossier_export to web_candidate;
grant select, insert, update, delete on reaction, consent, dossier_export to maintenance;

do $$
declare
    name text;
begin
    foreach name in array array['log_entry', 'reaction', 'consent', 'dossier_export'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
    end loop;
    foreach name in array array['reaction', 'consent', 'dossier_export'] loop
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
    end loop;
    foreach name in array array['reaction', 'consent'] loop
        execute format('create policy candidate on %I to web_candidate '
            'using (candidate_id = any (array(select my_candidates()))) '
            'with check (candidate_id = any (array(select my_candidates())))', name);
        execute format('create policy once on %I as restrictive for update to web_candidate '
            'using (withdrawn_at is null) with check (withdrawn_at is not null)', name);
        execute format('create policy adviser on %I for select to web_adviser '
            'using (withdrawn_at is null '
            'and candidate_id = any (array(select my_candidates())))', name);
    end loop;
    foreach name in array array['adviser', 'candidate', 'opdrachtgever'] loop
        execute format('create policy %I on log_entry for insert to %I '
            'with check (account_id is not null and (act = ''refused'' or candidate_id is null '
            'or candidate_id = any (array(select my_candidates()))))', name, 'web_' || name);
    end loop;
end
$$;
create policy overseers on log_entry for insert to web_coordinator, web_admin
    with check (account_id is not null);
create policy sign_in on log_entry for insert to web_auth
    with check (candidate_id is null and act in
        ('signed_in', 'signed_out', 'sign_in_refused', 'refused', 'invited', 'changed'));
create policy owner on log_entry for select to spoorzoeker_owner using (true);
create policy sealer on log_entry for select to sealer using (true);
create policy maintenance_reads on log_entry for select to maintenance using (true);
create policy maintenance_adds on log_entry for insert to maintenance with check (true);
create policy maintenance_retires on log_entry for delete to maintenance
    using (at < now() - interval '5 years');

create policy owner on dossier_export to spoorzoeker_owner using (true) with check (true);
create policy candidate on dossier_export for select to web_candidate
    using ((expires_at is null or expires_at > now())
           and candidate_id = any (array(select my_candidates())));

-- A traject really ends, and from then on its terms run (schemas/retention.toml): what is
-- due is removed each night, unless it is postponed; and somebody can ask to be erased.
set local role spoorzoeker_owner;

-- 1. The end: when, why and by whom; taken back when the traject goes on after all.
create table traject_end (
    id uuid primary key, -- given by the form
    candidate_id uuid not null references candidate on delete cascade,
    ended_on date not null,
    reason text not null check (reason in
        ('placed', 'waiting_time', 'recovered', 'stopped', 'other')),
    note text not null default '',
    made_by uuid references account on delete set null,
    made_at timestamptz not null default now(),
    undone_by uuid references account on delete set null,
    undone_at timestamptz,
    check (reason <> 'other' or note <> ''),
    check (undone_by is null or undone_at is not null),
    constraint traject_end_is_past
        check (ended_on <= (made_at at time zone 'Europe/Amsterdam')::date)
);
create unique index traject_end_one_in_force on traject_end (candidate_id)
    where undone_at is null;
create index traject_end_candidate on traject_end (candidate_id);
create index traject_end_made_by on traject_end (made_by);
create index traject_end_undone_by on traject_end (undone_by);

-- 2. Postponing: everything about one traject stays until and with a day, within a year.
create table postponement (
    id uuid primary key, -- given by the form
    candidate_id uuid not null references candidate on delete cascade,
    reason text not null check (reason in ('objection', 'loonsanctie', 'other')),
    note text not null default '',
    until date not null,
    made_by uuid references account on delete set null,
    made_at timestamptz not null default now(),
    undone_by uuid references account on delete set null,
    undone_at timestamptz,
    check (reason <> 'other' or note <> ''),
    check (undone_by is null or undone_at is not null),
    constraint postponement_within_a_year check (
        until > (made_at at time zone 'Europe/Amsterdam')::date
        and until <= (made_at at time zone 'Europe/Amsterdam')::date + interval '1 year')
);
create index postponement_candidate on postponement (candidate_id) where undone_at is null;
create index postponement_made_by on postponement (made_by);
create index postponement_undone_by on postponement (undone_by);

-- 3. Asked to be erased. The worker does it, and this row goes with the rest.
create table erasure_request (
    candidate_id uuid primary key references candidate on delete cascade,
    asked_by uuid references account on delete set null,
    asked_at timestamptz not null default now()
);
create index erasure_request_asked_by on erasure_request (asked_by);

-- 4. How the removing goes: per rule what went on a day, and what should have gone.
create table purged (
    day date not null,
    rule text not null,
    removed integer not null check (removed > 0),
    primary key (day, rule)
);
create table backlog (
    rule text primary key,
    overdue integer not null check (overdue >= 0),
    since date, -- the day on which the oldest should have gone; null: nothing is left
    measured_at timestamptz not null default now(),
    check ((overdue = 0) = (since is null))
);

-- 5. The people at an employer: known since when. What is there counts from today.
alter table company_person add column made_at timestamptz not null default now();
revoke insert on company_person from web_adviser;
grant insert (id, company_id, name, role, phone, email) on company_person to web_adviser;

-- 6. The log has words for it.
alter table log_entry drop constraint log_entry_thing_check;
alter table log_entry add constraint log_entry_thing_check check (thing in ('account',
    'added_vacancy', 'answer', 'asked_vacancy', 'attempt', 'capacity', 'caseload', 'changes',
    'company', 'consent', 'dossier', 'erasure', 'export', 'judgement', 'log', 'overrule',
    'profile', 'progress', 'proposal', 'reaction', 'retention', 'session', 'sources',
    'stand_in', 'task', 'traject', 'vacancies', 'vacancy'));

-- 7. An opdrachtgever's contact comes in until 30 days after the last real end, and as
-- long as there is none after the planned one.
create or replace function access_lasts(account uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from account a
        where a.id = access_lasts.account
          and (a.persona <> 'opdrachtgever' or a.made_at > now() - interval '30 days'))
      or exists (
        select from opdrachtgever_contact o
        join candidate c on c.opdrachtgever_id = o.opdrachtgever_id
        left join traject_end e on e.candidate_id = c.id and e.undone_at is null
        where o.account_id = access_lasts.account
          and (coalesce(e.ended_on, c.planned_end) is null
               or coalesce(e.ended_on, c.planned_end) >= current_date - 30))
$$;

-- Until and with which day something is kept: as long as its term, and if it is about a
-- traject until its end stands there for 30 days and as long as it is postponed.
create function kept_until(
    since date, months integer, days integer, recorded timestamptz, postponed date
) returns date
    language sql stable as $$
    select greatest((since + make_interval(months => months, days => days))::date,
        (recorded at time zone 'Europe/Amsterdam')::date + 30, postponed)
$$;

-- How much there is of what goes before the file itself, of trajects that ended: numbers.
create function kept_counts() returns table (
    candidate_id uuid, notes bigint, rejected bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.candidate_id,
        (select count(*) from attempt a
         where a.candidate_id = e.candidate_id and a.note_sealed is not null),
        (select count(*) from judgement j
         where j.candidate_id = e.candidate_id and j.decision = 'rejected')
    from traject_end e
    where e.undone_at is null
      and ((session_user = 'web_adviser'
            and e.candidate_id = any (array(select my_candidates())))
           or (session_user = 'web_coordinator' and current_account() is not null))
$$;

-- Who of the advisers and coordinators recorded something.
create function colleague_name(account uuid) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name from account a
    where a.id = colleague_name.account and a.persona in ('adviser', 'coordinator')
      and session_user in ('web_adviser', 'web_coordinator')
      and current_account() is not null
$$;

-- Asking twice asks once; false: it was asked already.
create function request_erasure(candidate uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if session_user <> 'web_coordinator' or current_account() is null then
        raise exception 'only a coordinator asks' using errcode = 'insufficient_privilege';
    end if;
    insert into erasure_request (candidate_id, asked_by)
    values (candidate, current_account())
    on conflict do nothing;
    if not found then
        return false;
    end if;
    begin -- the job names nobody: it looks for who is to be erased
        insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
        values ('housekeeping', 'erase_requested', 'erase requested', 'erase requested',
                '{}');
    exception when unique_violation then
        null; -- it is already waiting
    end;
    return true;
end
$$;

revoke execute on function kept_counts(), request_erasure(uuid), colleague_name(uuid),
    kept_until(date, integer, integer, timestamptz, date) from public;
grant execute on function kept_until(date, integer, integer, timestamptz, date)
    to web_adviser, web_candidate, web_coordinator, maintenance;
grant execute on function kept_counts(), colleague_name(uuid) to web_adviser, web_coordinator;
grant execute on function request_erasure(uuid) to web_coordinator;

-- 8. Rights. Who recorded it and when is the database's to say.
grant select, insert (id, candidate_id, ended_on, reason, note, made_by),
    update (undone_by, undone_at) on traject_end to web_adviser, web_coordinator;
grant select, insert (id, candidate_id, reason, note, until, made_by),
    update (undone_by, undone_at) on postponement to web_adviser, web_coordinator;
grant select (candidate_id, ended_on, made_at, undone_at) on traject_end
    to web_candidate;
grant select (candidate_id, ended_on, undone_at) on traject_end to web_opdrachtgever;
grant select (candidate_id, reason, until, undone_at) on postponement to web_candidate;
grant select (candidate_id, undone_at) on traject_end to matcher;
grant select (candidate_id, asked_at) on erasure_request to web_coordinator;
grant select on purged, backlog to web_admin;
grant select, insert, update, delete
    on traject_end, postponement, erasure_request, purged, backlog to maintenance;
grant delete on erasure to maintenance; -- after the term of the log
revoke delete on outbox from mailer; -- what is old goes with everything else that is

do $$
declare
    name text;
begin
    foreach name in array array['traject_end', 'postponement', 'erasure_request', 'purged',
        'backlog']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
    end loop;
    foreach name in array array['traject_end', 'postponement'] loop
        execute format('create policy adviser on %I to web_adviser '
            'using (candidate_id = any (array(select my_candidates()))) '
            'with check (candidate_id = any (array(select my_candidates())))', name);
        execute format('create policy coordinator on %I to web_coordinator '
            'using ((select current_account()) is not null) '
            'with check ((select current_account()) is not null)', name);
        execute format('create policy author on %I as restrictive for insert '
            'to web_adviser, web_coordinator '
            'with check (made_by = (select current_account()))', name);
        execute format('create policy once on %I as restrictive for update '
            'to web_adviser, web_coordinator using (undone_at is null) '
            'with check (undone_at is not null and undone_by = (select current_account()))', name);
        execute format('create policy candidate on %I for select to web_candidate '
            'using (undone_at is null '
            'and candidate_id = any (array(select my_candidates())))', name);
    end loop;
    foreach name in array array['purged', 'backlog'] loop
        execute format('create policy admin on %I for select to web_admin '
            'using ((select current_account()) is not null)', name);
    end loop;
end
$$;
create policy opdrachtgever on traject_end for select to web_opdrachtgever
    using (undone_at is null and candidate_id = any (array(select my_candidates())));
create policy matcher on traject_end for select to matcher using (true);
create policy owner on traject_end for select to spoorzoeker_owner using (true);
create policy owner on erasure_request to spoorzoeker_owner using (true) with check (true);
create policy coordinator on erasure_request for select to web_coordinator
    using ((select current_account()) is not null);

-- The first tables, in reading order: roles, who signs in, whose traject it is,
-- vacancies, what the matcher concludes, the record of the search, rights.
-- Runs as the administrator of the database; everything is owned by spoorzoeker_owner.

-- 1. Roles: an owner nobody signs in as, one login role per program and persona.
do $$
declare
    role_name text;
begin
    if not exists (select from pg_roles where rolname = 'spoorzoeker_owner') then
        create role spoorzoeker_owner nologin;
    end if;
    foreach role_name in array array[
        'crawler', 'matcher', 'worker', 'web_auth', 'web_adviser', 'web_candidate',
        'web_opdrachtgever', 'maintenance']
    loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
    end loop;
end
$$;

set local check_function_bodies = off; -- two functions look into the queue, which comes after
create extension if not exists vector;
revoke create on schema public from public;
grant spoorzoeker_owner to current_user;
grant usage, create on schema public to spoorzoeker_owner;
grant usage on schema public to crawler, matcher, worker, web_auth, web_adviser,
    web_candidate, web_opdrachtgever, maintenance;
set local role spoorzoeker_owner;
-- also what comes later, as the queue's own functions, is for nobody unless granted
alter default privileges revoke execute on functions from public;

-- 2. Who signs in.
create table account (
    id uuid primary key default gen_random_uuid(),
    email text not null,
    name text not null,
    persona text not null check (persona in ('adviser', 'candidate', 'opdrachtgever')),
    password_hash text not null,
    active boolean not null default true,
    invented boolean not null default false,
    made_at timestamptz not null default now()
);
create unique index account_email on account (lower(email));

create table session (
    token_hash bytea primary key, -- sha256 of the cookie's token; the token itself is nowhere
    account_id uuid not null references account on delete cascade,
    made_at timestamptz not null default now(),
    last_seen timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index session_account on session (account_id);

create table login_attempt (
    id bigint generated always as identity primary key,
    key bytea not null, -- sha256 of the mail address or of the network
    failed_at timestamptz not null default now()
);
create index login_attempt_key on login_attempt (key, failed_at);

-- 3. Whose traject it is.
create table opdrachtgever (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    place text not null default '',
    invented boolean not null default false
);

create table opdrachtgever_contact (
    opdrachtgever_id uuid not null references opdrachtgever on delete cascade,
    account_id uuid not null references account on delete cascade,
    primary key (opdrachtgever_id, account_id)
);

create table candidate (
    id uuid primary key default gen_random_uuid(),
    account_id uuid references account on delete set null,
    opdrachtgever_id uuid references opdrachtgever on delete set null,
    name text not null,
    phase smallint not null default 1 check (phase between 1 and 3),
    traject_start date not null,
    planned_end date,
    invented boolean not null default false,
    made_at timestamptz not null default now(),
    -- the zoekprofiel: what somebody did, knows and looks for; never a limitation
    former_jobs text[] not null default '{}',
    education text,
    education_text text not null default '',
    experience text not null default '',
    wishes text not null default '',
    search_directions text[] not null default '{}',
    place text not null default '',
    postcode4 text check (postcode4 ~ '^[1-9][0-9]{3}$'),
    lat double precision,
    lon double precision,
    travel_modes text[] not null default '{}',
    travel_minutes integer check (travel_minutes between 0 and 240),
    licences text[] not null default '{}',
    certificates text[] not null default '{}',
    dutch_level text check (dutch_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    excluded_shifts text[] not null default '{}'
);
create index candidate_account on candidate (account_id);
create index candidate_opdrachtgever on candidate (opdrachtgever_id);

create table assignment ( -- who may work on which traject, so that a stand-in is possible
    id uuid primary key default gen_random_uuid(),
    adviser_id uuid not null references account on delete cascade,
    candidate_id uuid not null references candidate on delete cascade,
    starts_on date not null default current_date,
    ends_on date,
    reason text not null default ''
);
create index assignment_adviser on assignment (adviser_id, candidate_id);
create index assignment_candidate on assignment (candidate_id);

create table capacity_document ( -- belastbaarheid: health data
    id uuid primary key default gen_random_uuid(),
    candidate_id uuid not null references candidate on delete cascade,
    kind text not null check (kind in ('fml', 'izp', 'lab', 'bar', 'ad_report', 'other')),
    author_role text not null,
    assessed_on date not null,
    valid_until date,
    made_at timestamptz not null default now(),
    unique (id, candidate_id)
);
create index capacity_document_candidate on capacity_document (candidate_id, assessed_on);

create table capacity_item ( -- health data
    document_id uuid not null,
    candidate_id uuid not null,
    field text not null,
    level smallint not null check (level between 0 and 4),
    value double precision,
    unit text,
    is_max boolean not null default false,
    sentence text not null default '',
    primary key (document_id, field),
    foreign key (document_id, candidate_id)
        references capacity_document (id, candidate_id) on delete cascade
);

-- 4. Places, sources and vacancies: nothing personal, no row-level security.
create table place (
    name text not null,
    province text not null,
    lat double precision not null,
    lon double precision not null,
    population integer not null,
    aliases text[] not null default '{}',
    primary key (name, province, lat, lon)
);

create table postcode (
    postcode4 text primary key,
    place text not null,
    lat double precision not null,
    lon double precision not null
);

create table source (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    platform text not null,
    url text not null unique deferrable initially deferred, -- two may swap addresses
    employer text,
    intermediary boolean not null default false,
    terms text not null default 'unknown'
        check (terms in ('unknown', 'read_ok', 'permission', 'forbidden')),
    enabled boolean not null default true,
    delay double precision not null default 2 check (delay >= 0),
    invented boolean not null default false
);

create table crawl_run (
    id bigint generated always as identity primary key,
    source text not null references source on delete cascade,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    status text not null default 'running' check (status in
        ('running', 'ok', 'suspect', 'blocked', 'changed', 'gone', 'failed')),
    expected integer,
    found integer not null default 0,
    new integer not null default 0,
    changed integer not null default 0,
    gone integer not null default 0,
    fetched integer not null default 0,
    not_modified integer not null default 0,
    seconds double precision not null default 0,
    error text
);
create index crawl_run_source on crawl_run (source, started_at desc);

create table page ( -- one row per URL: the raw answer and where the crawl of it stands
    source text not null references source on delete cascade,
    url text not null,
    run_id bigint references crawl_run on delete set null, -- the run that last fetched it
    fetched_at timestamptz,
    http_status integer,
    content_type text,
    etag text,
    last_modified text,
    lastmod text,
    sha256 bytea,
    body bytea, -- zlib; mail addresses and telephone numbers are cut first
    primary key (source, url)
);

create table vacancy (
    id uuid primary key,
    source text not null references source on delete cascade,
    source_key text not null,
    url text not null,
    status text not null default 'open' check (status in ('open', 'unconfirmed', 'gone')),
    title text not null,
    employer text,
    employer_is_intermediary boolean not null default false,
    place text,
    postcode text,
    lat double precision,
    lon double precision,
    remote text check (remote in ('none', 'hybrid', 'full')),
    hours_min double precision,
    hours_max double precision,
    hours_negotiable boolean not null default false,
    salary_min double precision,
    salary_max double precision,
    salary_period text check (salary_period in ('hour', 'month', 'year')),
    education_min text,
    education_strict boolean not null default false,
    licences text[] not null default '{}',
    licences_wish text[] not null default '{}',
    certificates text[] not null default '{}',
    certificates_wish text[] not null default '{}',
    dutch_level text,
    contract text,
    contract_months integer,
    shifts text[] not null default '{}',
    date_posted date,
    valid_through date,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    language text,
    text text not null,
    isco text,
    provenance jsonb not null default '{}',
    -- bookkeeping of the crawl, not part of what a vacancy is
    content_hash bytea,
    last_changed timestamptz not null default now(),
    page_url text,
    run_id bigint references crawl_run on delete set null, -- the run that last saw it
    gone_at timestamptz,
    unique (source, source_key)
);
create index vacancy_status on vacancy (status);

create table vacancy_understanding ( -- which rules read this vacancy, and when
    vacancy_id uuid primary key references vacancy on delete cascade,
    rules text not null,
    made_at timestamptz not null default now()
);

create table vacancy_demand (
    vacancy_id uuid not null references vacancy on delete cascade,
    field text not null,
    polarity text not null check (polarity in ('demanded', 'absent', 'mitigated')),
    strength smallint not null check (strength between 1 and 3),
    quote text not null check (quote <> ''),
    "offset" integer not null check ("offset" >= 0),
    part text not null check (part in ('text', 'title')),
    value double precision,
    unit text,
    primary key (vacancy_id, field, polarity, part, "offset")
);

create table vacancy_vector (
    vacancy_id uuid not null references vacancy on delete cascade,
    model text not null,
    embedding vector not null,
    made_at timestamptz not null default now(),
    primary key (vacancy_id, model)
);

-- 5. What the matcher concludes.
create table match_run (
    id uuid primary key default gen_random_uuid(),
    candidate_id uuid not null references candidate on delete cascade,
    capacity_id uuid references capacity_document on delete set null,
    model text not null,
    rules text not null,
    made_at timestamptz not null default now(),
    considered integer not null,
    excluded integer not null,
    unique (id, candidate_id)
);
create index match_run_candidate on match_run (candidate_id, made_at desc);

create table match (
    run_id uuid not null,
    candidate_id uuid not null,
    vacancy_id uuid not null references vacancy on delete cascade,
    position integer not null,
    score double precision not null,
    verdict text not null check (verdict in ('past', 'uitzoeken', 'past_niet')),
    reasons jsonb not null,
    objections jsonb not null,
    questions jsonb not null,
    assumptions jsonb not null,
    primary key (run_id, vacancy_id),
    foreign key (run_id, candidate_id) references match_run (id, candidate_id) on delete cascade
);
create index match_candidate on match (candidate_id, run_id, position);

-- 6. The record of the search.
create table judgement (
    id uuid primary key default gen_random_uuid(),
    candidate_id uuid not null references candidate on delete cascade,
    vacancy_id uuid not null references vacancy on delete cascade,
    decision text not null check (decision in ('saved', 'rejected')),
    reason text,
    note text not null default '',
    judged_by uuid not null references account,
    judged_at timestamptz not null default now(),
    undone_at timestamptz,
    check (decision = 'saved' or reason is not null)
);
create unique index judgement_one_in_force on judgement (candidate_id, vacancy_id)
    where undone_at is null;

create table response ( -- what the candidate thinks of a proposed vacancy
    candidate_id uuid not null references candidate on delete cascade,
    vacancy_id uuid not null references vacancy on delete cascade,
    interested boolean not null,
    why text not null default '',
    given_at timestamptz not null default now(),
    primary key (candidate_id, vacancy_id)
);

create table company ( -- shared by all advisers; holds no candidate
    id uuid primary key default gen_random_uuid(),
    name text not null check (name <> ''),
    place text not null default '',
    phone text not null default '',
    note text not null default '',
    do_not_call boolean not null default false,
    invented boolean not null default false,
    made_at timestamptz not null default now()
);
create unique index company_name_place on company (lower(name), lower(place));

create table company_person (
    id uuid primary key default gen_random_uuid(),
    company_id uuid not null references company on delete cascade,
    name text not null check (name <> ''),
    role text not null default '',
    phone text not null default '',
    email text not null default ''
);
create index company_person_company on company_person (company_id);

create table attempt (
    id uuid primary key default gen_random_uuid(), -- given by the form, so that sending twice records once
    candidate_id uuid references candidate on delete cascade,
    company_id uuid references company on delete set null,
    vacancy_id uuid references vacancy on delete set null,
    channel text not null check (channel in
        ('own_network', 'candidate_network', 'cold_acquisition', 'public')),
    employer text not null,
    person text not null default '',
    kind text not null,
    outcome text not null,
    note text not null default '', -- confidential: adviser only
    next_step text not null default '',
    next_on date,
    happened_on date not null default current_date,
    made_by uuid not null references account,
    made_at timestamptz not null default now()
);
create index attempt_candidate on attempt (candidate_id, happened_on desc);
create index attempt_company on attempt (company_id, happened_on desc);

create table task (
    id uuid primary key default gen_random_uuid(),
    candidate_id uuid not null references candidate on delete cascade,
    vacancy_id uuid references vacancy on delete set null,
    title text not null check (title <> ''),
    detail text not null default '',
    due_on date not null,
    status text not null default 'open' check (status in
        ('open', 'done', 'cannot', 'approved', 'withdrawn')),
    cannot_reason text,
    answer text not null default '',
    made_by uuid not null references account,
    made_at timestamptz not null default now(),
    answered_at timestamptz
);
create index task_candidate on task (candidate_id, due_on);

-- 7. Identity: who is asking, by the hash of the session's token.
-- session_user is the pool's login role, so an adviser's token in the candidate's
-- pool is nobody. Idle limit 30 minutes, absolute limit in expires_at.
create function current_account() returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id
    from session s join account a on a.id = s.account_id
    where s.token_hash = sha256(convert_to(
            nullif(current_setting('app.session', true), ''), 'UTF8'))
      and s.revoked_at is null
      and s.expires_at > now()
      and s.last_seen > now() - interval '30 minutes'
      and a.active
      and session_user = 'web_' || a.persona
$$;

create function my_candidates() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select candidate_id from assignment
    where session_user = 'web_adviser' and adviser_id = current_account()
      and starts_on <= current_date and (ends_on is null or ends_on >= current_date)
    union
    select id from candidate
    where session_user = 'web_candidate' and account_id = current_account()
    union
    select c.id from candidate c
    join opdrachtgever_contact o on o.opdrachtgever_id = c.opdrachtgever_id
    where session_user = 'web_opdrachtgever' and o.account_id = current_account()
$$;

create function me() returns table (id uuid, name text, email text, persona text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.name, a.email, a.persona from account a where a.id = current_account()
$$;

-- Remembers that a session is alive, at most once a minute.
create function touch_session() returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    update session set last_seen = now()
    where token_hash = sha256(convert_to(
            nullif(current_setting('app.session', true), ''), 'UTF8'))
      and account_id = current_account() and last_seen < now() - interval '1 minute'
$$;

create function advisers_of(candidate uuid) returns setof text
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name from assignment s join account a on a.id = s.adviser_id
    where s.candidate_id = candidate
      and candidate = any (array(select my_candidates()))
      and s.starts_on <= current_date and (s.ends_on is null or s.ends_on >= current_date)
    order by s.starts_on
$$;

-- The last call of each adviser, without the candidate, the note or the outcome.
create function last_call(company uuid) returns table (happened_on date, adviser text, mine boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (a.id) t.happened_on, a.name, a.id = current_account()
    from attempt t join account a on a.id = t.made_by
    where t.company_id = company and session_user = 'web_adviser'
      and current_account() is not null
    order by a.id, t.happened_on desc, t.made_at desc
$$;

-- An adviser's new candidate is in the adviser's own hands from the first moment.
create function new_candidate(
    id uuid, name text, paying text, phase integer, traject_start date, planned_end date
) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    adviser uuid := current_account();
    party uuid;
begin
    if session_user <> 'web_adviser' or adviser is null then
        raise exception 'only an adviser adds a candidate' using errcode = 'insufficient_privilege';
    end if;
    -- Only one this adviser works for already: a name typed wrong, or shared by chance,
    -- must not show somebody's traject to a stranger's employer.
    select o.id into party from opdrachtgever o
    where lower(o.name) = lower(paying)
      and o.id = any (array(select c.opdrachtgever_id from candidate c
                            where c.id = any (array(select my_candidates()))))
    limit 1;
    if party is null and paying <> '' then
        insert into opdrachtgever (name) values (paying) returning opdrachtgever.id into party;
    end if;
    insert into candidate (id, name, opdrachtgever_id, phase, traject_start, planned_end)
    values (new_candidate.id, new_candidate.name, party, new_candidate.phase,
            new_candidate.traject_start, new_candidate.planned_end)
    on conflict do nothing;
    if not found then
        return false; -- the form was sent twice
    end if;
    insert into assignment (adviser_id, candidate_id, starts_on, reason)
    values (adviser, new_candidate.id, current_date, 'nieuwe kandidaat');
    return true;
end
$$;

-- Asking for a new ranking happens in the transaction of the change that needs it.
create function request_match(candidate uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not (candidate = any (array(select my_candidates()))) then
        raise exception 'no such candidate' using errcode = 'no_data_found';
    end if;
    insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
    values ('match', 'match_candidate', 'match ' || candidate, 'match ' || candidate,
            jsonb_build_object('candidate_id', candidate));
exception when unique_violation then
    null; -- it is already waiting
end
$$;

create function match_pending(candidate uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select candidate = any (array(select my_candidates())) and exists (
        select from procrastinate_jobs
        where task_name = 'match_candidate' and status in ('todo', 'doing')
          and args ->> 'candidate_id' = candidate::text)
$$;

revoke execute on all functions in schema public from public;
grant execute on function current_account(), my_candidates(), me(), advisers_of(uuid),
    touch_session()
    to web_adviser, web_candidate, web_opdrachtgever;
grant execute on function last_call(uuid), request_match(uuid), match_pending(uuid),
    new_candidate(uuid, text, text, integer, date, date) to web_adviser;

-- 8. Rights. Nothing is granted that a program or persona does not use.
-- What an adviser adds gets its moment from the database, never from the page.
grant select on place, postcode to crawler, matcher, web_adviser;
grant select, insert, update, delete on place, postcode to maintenance;

grant select, insert, update on source to crawler;
grant select, insert, update on crawl_run, page, vacancy to crawler;
grant select on source to matcher;
grant select on vacancy, vacancy_demand to matcher, web_adviser;
grant select on vacancy_understanding to matcher;
grant update (shifts, isco) on vacancy to matcher;
grant insert, update, delete on vacancy_understanding, vacancy_demand to matcher;
grant select, insert, update, delete on vacancy_vector to matcher;
grant select on vacancy to web_candidate;
grant select on vacancy_demand to crawler; -- for the export

grant select (id, former_jobs, education, education_text, experience, wishes,
    search_directions, place, postcode4, lat, lon, travel_modes, travel_minutes, licences,
    certificates, dutch_level, excluded_shifts) on candidate to matcher;
grant select on capacity_document, capacity_item to matcher;
grant select (candidate_id, vacancy_id, decision, reason, judged_at, undone_at)
    on judgement to matcher;
grant select, insert on match_run, match to matcher;

grant select on account to web_auth;
grant update (password_hash) on account to web_auth;
grant select, insert, update, delete on session, login_attempt to web_auth;

grant select on candidate to web_adviser;
grant update (phase, planned_end, former_jobs, education, education_text, experience,
    wishes, search_directions, place, postcode4, lat, lon, travel_modes, travel_minutes,
    licences, certificates, dutch_level, excluded_shifts) on candidate to web_adviser;
grant select, insert (id, candidate_id, kind, author_role, assessed_on, valid_until)
    on capacity_document to web_adviser;
grant select, insert on capacity_item to web_adviser;
grant select on match_run, match to web_adviser;
grant select, insert (candidate_id, vacancy_id, decision, reason, judged_by),
    update (undone_at) on judgement to web_adviser;
grant select on response to web_adviser;
-- whose attempt it was and when it was recorded stay as they were
grant select, insert, update (company_id, channel, employer, person, kind, outcome, note,
    next_step, next_on, happened_on) on attempt to web_adviser;
grant select, insert, update (name, place, phone, note, do_not_call)
    on company to web_adviser;
grant select, insert on company_person to web_adviser;
-- what was asked and what the candidate answered are not the adviser's to change
grant select, insert, update (status, cannot_reason, answered_at) on task to web_adviser;

grant select (id, candidate_id, made_at) on match_run to web_candidate;
grant select (run_id, candidate_id, vacancy_id, reasons) on match to web_candidate;
grant select (id, candidate_id, vacancy_id, decision, judged_at, undone_at)
    on judgement to web_candidate;
grant select, insert, update (interested, why, given_at) on response to web_candidate;
grant select (id, candidate_id, channel, employer, kind, happened_on) on attempt to web_candidate;
grant select on task to web_candidate;
grant update (status, cannot_reason, answer, answered_at) on task to web_candidate;

grant select (id, name, phase, traject_start, planned_end) on candidate to web_opdrachtgever;
grant select (candidate_id, channel, happened_on) on attempt to web_opdrachtgever;
grant select (candidate_id, status) on task to web_opdrachtgever;
grant select (candidate_id, decision, undone_at) on judgement to web_opdrachtgever;

do $$
declare
    name text;
begin
    for name in select tablename from pg_tables
        where schemaname = 'public' and tableowner = 'spoorzoeker_owner'
    loop
        execute format('grant select, insert, update, delete on %I to maintenance', name);
    end loop;
end
$$;

-- 9. Row-level security, forced, on every table with personal data.
-- The form `= any (array(select my_candidates()))` is planned once per statement;
-- a function per row costs thousands of times more.
do $$
declare
    name text;
begin
    foreach name in array array['account', 'session', 'login_attempt', 'opdrachtgever',
        'opdrachtgever_contact', 'candidate', 'assignment', 'capacity_document',
        'capacity_item', 'match_run', 'match', 'judgement', 'response', 'attempt', 'task']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
    end loop;
    -- what the functions of section 7 read, as the owner
    foreach name in array array['account', 'session', 'opdrachtgever_contact', 'candidate',
        'assignment', 'attempt']
    loop
        execute format('create policy owner on %I for select to spoorzoeker_owner using (true)', name);
    end loop;
    foreach name in array array['candidate', 'capacity_document', 'capacity_item', 'judgement']
    loop
        execute format('create policy matcher on %I for select to matcher using (true)', name);
    end loop;
    foreach name in array array['match_run', 'match']
    loop
        execute format(
            'create policy matcher on %I to matcher using (true) with check (true)', name);
    end loop;
    foreach name in array array['account', 'session', 'login_attempt']
    loop
        execute format('create policy sign_in on %I to web_auth using (true) with check (true)', name);
    end loop;
    foreach name in array array['capacity_document', 'capacity_item', 'match_run', 'match',
        'judgement', 'response', 'task']
    loop
        execute format('create policy adviser on %I to web_adviser '
            'using (candidate_id = any (array(select my_candidates()))) '
            'with check (candidate_id = any (array(select my_candidates())))', name);
    end loop;
    foreach name in array array['match_run', 'match', 'attempt', 'task']
    loop
        execute format('create policy candidate on %I for select to web_candidate '
            'using (candidate_id = any (array(select my_candidates())))', name);
    end loop;
    foreach name in array array['attempt', 'task']
    loop
        execute format('create policy opdrachtgever on %I for select to web_opdrachtgever '
            'using (candidate_id = any (array(select my_candidates())))', name);
    end loop;
end
$$;

create policy adviser on candidate to web_adviser
    using (id = any (array(select my_candidates())))
    with check (id = any (array(select my_candidates())));
create policy opdrachtgever on candidate for select to web_opdrachtgever
    using (id = any (array(select my_candidates())));

create policy owner_reads on opdrachtgever for select to spoorzoeker_owner using (true);
create policy owner_adds on opdrachtgever for insert to spoorzoeker_owner with check (true);
create policy owner_adds on candidate for insert to spoorzoeker_owner with check (true);
create policy owner_adds on assignment for insert to spoorzoeker_owner with check (true);
create policy owner_touches on session for update to spoorzoeker_owner using (true);

-- An attempt belongs to an own candidate, or is one's own call to a company in general.
create policy adviser on attempt to web_adviser
    using (candidate_id = any (array(select my_candidates()))
           or (candidate_id is null and made_by = (select current_account())))
    with check (made_by = (select current_account())
           and (candidate_id is null or candidate_id = any (array(select my_candidates()))));

-- An attempt is corrected by whoever recorded it, also when a stand-in can read it.
create policy author on attempt as restrictive for update to web_adviser
    using (made_by = (select current_account()));

-- What an adviser records carries the adviser's own name.
create policy author on judgement as restrictive for insert to web_adviser
    with check (judged_by = (select current_account()));
create policy author on task as restrictive for insert to web_adviser
    with check (made_by = (select current_account()));

-- A candidate sees what is proposed, not what was rejected; an opdrachtgever counts it.
create policy opdrachtgever on judgement for select to web_opdrachtgever
    using (decision = 'saved' and undone_at is null
           and candidate_id = any (array(select my_candidates())));
create policy candidate on judgement for select to web_candidate
    using (decision = 'saved' and undone_at is null
           and candidate_id = any (array(select my_candidates())));
create policy candidate on response to web_candidate
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates()))
           and exists (select from judgement j where j.candidate_id = response.candidate_id
                       and j.vacancy_id = response.vacancy_id));
create policy candidate_answers on task for update to web_candidate
    using (candidate_id = any (array(select my_candidates()))
           and status in ('open', 'done', 'cannot'))
    with check (candidate_id = any (array(select my_candidates()))
           and status in ('open', 'done', 'cannot'));

-- What advisers ask of the crawler: to look whether a vacancy is still open, and to
-- add one vacancy by its address or its text.
set local role spoorzoeker_owner;
set local check_function_bodies = off; -- functions look into the queue, which comes after

-- 1. Looking whether a vacancy is still open.
alter table vacancy add column check_asked_at timestamptz; -- an adviser asked to look

-- One look per vacancy per ten minutes, however many advisers ask. False: not now.
create function request_check(asked uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    site text;
begin
    if session_user <> 'web_adviser' or current_account() is null then
        raise exception 'only an adviser asks' using errcode = 'insufficient_privilege';
    end if;
    update vacancy set check_asked_at = now()
    where id = asked
      and coalesce(greatest(check_asked_at, checked_at), '-infinity')
          < now() - interval '10 minutes'
    returning source into site;
    if not found then
        return false;
    end if;
    insert into procrastinate_jobs
        (queue_name, task_name, priority, queueing_lock, lock, args)
    values ('crawl', 'check_vacancy', 10, 'check ' || asked, 'check ' || site,
            jsonb_build_object('vacancy_id', asked));
    return true;
exception when unique_violation then
    return true; -- it is already waiting
end
$$;

create function check_pending(asked uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from procrastinate_jobs
        where task_name = 'check_vacancy' and status in ('todo', 'doing')
          and args ->> 'vacancy_id' = asked::text)
$$;

-- 2. Adding a vacancy by hand.
create table added_vacancy (
    id uuid primary key, -- given by the form, so that sending twice asks once
    candidate_id uuid not null references candidate on delete cascade,
    url text not null default '',
    text text not null default '', -- emptied once it is read: it may hold names
    title text not null default '',
    employer text not null default '',
    place text not null default '',
    hours text not null default '',
    asked_by uuid not null references account,
    asked_at timestamptz not null default now(),
    state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
    vacancy_id uuid references vacancy on delete set null,
    known boolean not null default false, -- we had it already, from a source
    error text, -- why it was refused, in a sentence for the adviser
    settled_at timestamptz,
    check (url <> '' or text <> '' or state <> 'waiting')
);
create index added_vacancy_candidate on added_vacancy (candidate_id, asked_at desc);
create index added_vacancy_waiting on added_vacancy (asked_at) where state = 'waiting';

-- The job waits in the transaction of the request.
create function read_added_vacancy() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into procrastinate_jobs
        (queue_name, task_name, priority, queueing_lock, lock, args)
    values ('crawl', 'add_vacancy', 10, 'add ' || new.id, 'add vacancy',
            jsonb_build_object('added_id', new.id));
    return null;
end
$$;
create trigger read_added_vacancy after insert on added_vacancy
    for each row execute function read_added_vacancy();

-- And the ranking, in the transaction of the answer: the crawler knows no candidate.
create function rank_added_vacancy() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
    values ('match', 'match_candidate', 'match ' || new.candidate_id,
            'match ' || new.candidate_id,
            jsonb_build_object('candidate_id', new.candidate_id));
    return null;
exception when unique_violation then
    return null; -- it is already waiting
end
$$;
create trigger rank_added_vacancy after update of state on added_vacancy
    for each row when (new.state = 'done' and old.state <> 'done')
    execute function rank_added_vacancy();

revoke execute on function request_check(uuid), check_pending(uuid),
    read_added_vacancy(), rank_added_vacancy() from public;
grant execute on function request_check(uuid), check_pending(uuid) to web_adviser;

-- 3. Rights. The crawler sees what to read, not who asked nor for whom.
grant select (id, url, text, title, employer, place, hours, asked_at, state)
    on added_vacancy to crawler;
grant update (text, state, vacancy_id, known, error, settled_at) on added_vacancy to crawler;
grant select, insert (id, candidate_id, url, text, title, employer, place, hours, asked_by)
    on added_vacancy to web_adviser;
grant select, insert, update, delete on added_vacancy to maintenance;

alter table added_vacancy enable row level security;
alter table added_vacancy force row level security;
create policy maintenance on added_vacancy to maintenance using (true) with check (true);
create policy crawler on added_vacancy to crawler using (true) with check (true);
create policy adviser on added_vacancy to web_adviser
    using (asked_by = (select current_account())
           and candidate_id = any (array(select my_candidates())))
    with check (asked_by = (select current_account())
           and candidate_id = any (array(select my_candidates())));

-- Asking the crawler in measure: no adviser alone fills the queue or wears out a site,
-- and a site that is slow to answer holds up only who goes there.
set local role spoorzoeker_owner;
set local check_function_bodies = off; -- functions look into the queue, which comes after

-- 1. How often each adviser asked today to look; what was yesterday is written over.
create table looks_asked (
    account_id uuid primary key references account on delete cascade,
    day date not null,
    looks integer not null
);
alter table looks_asked enable row level security;
alter table looks_asked force row level security;
create policy owner on looks_asked to spoorzoeker_owner using (true) with check (true);
create policy maintenance on looks_asked to maintenance using (true) with check (true);
grant select, insert, update, delete on looks_asked to maintenance;

-- As before, and at most 300 looks per adviser per day: many a day's work. False: not now.
create or replace function request_check(asked uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    adviser uuid := current_account();
    site text;
begin
    if session_user <> 'web_adviser' or adviser is null then
        raise exception 'only an adviser asks' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from looks_asked
               where account_id = adviser and day = current_date and looks >= 300) then
        return false;
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
    insert into looks_asked as known (account_id, day, looks)
    values (adviser, current_date, 1)
    on conflict (account_id) do update set day = excluded.day,
        looks = case when known.day = excluded.day then known.looks + 1 else 1 end;
    return true;
exception when unique_violation then
    return true; -- it is already waiting
end
$$;

-- 2. Adding takes turns per site, no longer all after one another.
create or replace function read_added_vacancy() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    site text := coalesce(substring(lower(new.url) from '^[a-z]+://(?:www\.)?([^/?#:]+)'),
                          'no site');
begin
    insert into procrastinate_jobs
        (queue_name, task_name, priority, queueing_lock, lock, args)
    values ('crawl', 'add_vacancy', 10, 'add ' || new.id,
            case when new.text = '' then 'add ' || site else 'add a text' end,
            jsonb_build_object('added_id', new.id));
    return null;
end
$$;

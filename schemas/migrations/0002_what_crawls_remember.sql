-- What crawls remember: where every URL stands, how each vacancy came to its status,
-- what each host asks of us, and who decided that a source may be read.
set local role spoorzoeker_owner;

-- 1. Sources: who read the terms of use, when, and what stood there.
alter table source
    add column note text not null default '',
    add column terms_by text not null default '',
    add column terms_on date,
    add column terms_quote text not null default '';

-- 2. Runs: done in batches, by any machine; what the list said, and how good it was.
alter table crawl_run
    add column listed_at timestamptz, -- the list was read to its end
    add column announced integer not null default 0,
    add column total integer, -- what the board itself says to have
    add column cut boolean not null default false,
    add column complete boolean not null default false,
    add column skipped integer not null default 0, -- known to be unchanged, not fetched
    add column quality jsonb not null default '{}'; -- shares of the vacancies found

-- 3. Pages: announced by a list, visited when there is reason to.
alter table page
    add column kind text not null default 'detail' check (kind in ('detail', 'listing')),
    add column announced_run bigint, -- the run whose list last named it
    add column announced_lastmod text, -- what that list said; lastmod is of the last visit
    add column outcome text check (outcome in
        ('read', 'unchanged', 'skipped', 'empty', 'gone', 'failed', 'forbidden')),
    add column reason text, -- why it failed, or why it is gone
    add column failures integer not null default 0, -- in a row
    add column changed_at timestamptz,
    add column rest_days real not null default 3, -- grows while nothing changes
    add column next_visit timestamptz;
create index page_announced on page (source, announced_run);

-- 4. Vacancies: open, unconfirmed or gone, since when and why; every change is kept.
alter table vacancy
    add column country text, -- null: the Netherlands, or not said
    add column status_since timestamptz not null default now(),
    add column status_reason text check (status_reason in -- why gone, or why in doubt
        ('page_missing', 'page_says_so', 'redirected', 'expired', 'unlisted', 'unseen')),
    add column missed integer not null default 0, -- complete lists in a row without it
    add column checked_at timestamptz, -- the page itself was looked at for an adviser
    add column check_result text check (check_result in ('open', 'gone', 'unknown')),
    add column check_reason text;
create index vacancy_page on vacancy (source, page_url);
create index vacancy_run on vacancy (run_id);

create table vacancy_event (
    id bigint generated always as identity primary key,
    vacancy_id uuid not null references vacancy on delete cascade,
    happened_at timestamptz not null,
    run_id bigint,
    was text, -- null: it was not known yet
    became text not null,
    reason text
);
create index vacancy_event_vacancy on vacancy_event (vacancy_id, happened_at);

create function remember_status() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into vacancy_event (vacancy_id, happened_at, run_id, became, reason)
        values (new.id, new.first_seen, new.run_id, new.status, new.status_reason);
    elsif new.status is distinct from old.status then
        insert into vacancy_event (vacancy_id, happened_at, run_id, was, became, reason)
        values (new.id, new.status_since, new.run_id, old.status, new.status,
                new.status_reason);
    end if;
    return null;
end
$$;
create trigger remember_status after insert or update of status on vacancy
    for each row execute function remember_status();

-- 5. Hosts: when we leave them alone, what they reserve, how they say "gone".
create table host (
    name text primary key,
    failures integer not null default 0, -- runs in a row
    rest_until timestamptz,
    rest_reason text,
    soft_404 bytea, -- the mark of its page for addresses that do not exist; null: a real 404
    learned_at timestamptz
);

create table host_signal ( -- one row per host per day: text and data mining
    host text not null,
    day date not null,
    reserved boolean not null,
    signals text[] not null default '{}',
    primary key (host, day)
);

-- 6. Rights.
grant select, insert, update on host, host_signal to crawler;
grant select on vacancy_event, host, host_signal to crawler;
grant select on vacancy_event, source, crawl_run, host, host_signal to web_adviser;
grant select, insert, update, delete on vacancy_event, host, host_signal to maintenance;

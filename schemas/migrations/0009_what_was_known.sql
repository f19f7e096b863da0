-- What changed and who looked, what was known when something was recorded, what a
-- candidate asks about, and what an opdrachtgever may know of the vacancies.
set local role spoorzoeker_owner;

-- 1. Up to which ranking an adviser has looked at what changed.
create table changes_seen (
    candidate_id uuid not null references candidate on delete cascade,
    account_id uuid not null references account on delete cascade,
    run_made_at timestamptz not null, -- the newest ranking there was
    primary key (candidate_id, account_id)
);

-- 2. What was known when something was recorded about a vacancy. A copy, not only a
-- reference: it outlives the ranking, and nothing that comes later rewrites it.
do $$
declare
    name text;
begin
    foreach name in array array['attempt', 'judgement'] loop
        execute format('alter table %I
            add column known_run uuid references match_run on delete set null,
            add column known_verdict text
                check (known_verdict in (''past'', ''uitzoeken'', ''past_niet'')),
            add column known_overruled boolean not null default false, -- by an adviser
            add column known_document text, -- its kind; null: no belastbaarheid then
            add column known_assessed_on date,
            add column known_rules text, -- null: nothing had been compared then
            add column known_model text', name);
        execute format('create index on %I (known_run) where known_run is not null', name);
    end loop;
end
$$;

-- Whoever records does not choose this, nor when it was.
create function note_what_is_known() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    select r.id, coalesce(o.verdict, m.verdict), o.verdict is not null, d.kind,
        d.assessed_on, r.rules, r.model
    into new.known_run, new.known_verdict, new.known_overruled, new.known_document,
        new.known_assessed_on, new.known_rules, new.known_model
    from match_run r
    left join match m on m.run_id = r.id and m.vacancy_id = new.vacancy_id
    left join verdict_overrule o on o.candidate_id = new.candidate_id
        and o.vacancy_id = new.vacancy_id and o.undone_at is null
        and o.capacity_id is not distinct from r.capacity_id
    left join capacity_document d on d.id = r.capacity_id
    where r.candidate_id = new.candidate_id and new.vacancy_id is not null
    order by r.made_at desc, r.id limit 1;
    new.known_overruled := coalesce(new.known_overruled, false);
    return new;
end
$$;

-- What is there already: the ranking that was the latest when it was recorded.
do $$
declare
    name text;
    recorded text;
begin
    foreach name in array array['attempt', 'judgement', 'match_run', 'match',
        'capacity_document']
    loop
        execute format('alter table %I no force row level security', name);
    end loop;
    foreach name in array array['attempt', 'judgement'] loop
        recorded := case name when 'attempt' then 'made_at' else 'judged_at' end;
        execute format('
            update %1$I t set known_run = k.id, known_verdict = k.verdict,
                known_document = k.kind, known_assessed_on = k.assessed_on,
                known_rules = k.rules, known_model = k.model
            from %1$I own cross join lateral (
                select r.id, m.verdict, d.kind, d.assessed_on, r.rules, r.model
                from match_run r
                left join match m on m.run_id = r.id and m.vacancy_id = own.vacancy_id
                left join capacity_document d on d.id = r.capacity_id
                where r.candidate_id = own.candidate_id and r.made_at <= own.%2$I
                order by r.made_at desc, r.id limit 1
            ) k
            where t.id = own.id and t.vacancy_id is not null', name, recorded);
        execute format('create trigger note_what_is_known before insert on %I
            for each row execute function note_what_is_known()', name);
    end loop;
    foreach name in array array['attempt', 'judgement', 'match_run', 'match',
        'capacity_document']
    loop
        execute format('alter table %I force row level security', name);
    end loop;
end
$$;

-- 3. A vacancy that the candidate saw and asks about: its address, nothing more.
create table asked_vacancy (
    id uuid primary key, -- given by the form, so that sending twice asks once
    candidate_id uuid not null references candidate on delete cascade,
    link text not null check (link ~ '^https?://' and length(link) <= 2000),
    asked_at timestamptz not null default now(),
    undone_at timestamptz
);
create unique index asked_vacancy_once on asked_vacancy (candidate_id, md5(link))
    where undone_at is null;
create index vacancy_url on vacancy using hash (url);

-- A vacancy we have, but that the newest ranking did not keep, is ranked for the answer.
create function rank_asked_vacancy() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from vacancy v
        where v.url = any (array[new.link, new.link || '/', rtrim(new.link, '/')])
          and v.status <> 'gone'
          and not exists (
              select from match m where m.vacancy_id = v.id and m.run_id = (
                  select r.id from match_run r where r.candidate_id = new.candidate_id
                  order by r.made_at desc, r.id limit 1)))
    then
        insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
        values ('match', 'match_candidate', 'match ' || new.candidate_id,
                'match ' || new.candidate_id,
                jsonb_build_object('candidate_id', new.candidate_id));
    end if;
    return null;
exception when unique_violation then
    return null; -- it is already waiting
end
$$;
create trigger rank_asked_vacancy after insert on asked_vacancy
    for each row execute function rank_asked_vacancy();

-- 4. What an opdrachtgever may know: numbers per month, and the names of vacancies that
-- were proposed or fell off for what anybody could see. These functions look at no finding:
-- only at what an adviser gave as the reason. Whatever is not named here "does not fit the
-- profile", with or without a belastbaarheid. Numbers under three are in that rest.
create function search_by_month(candidate uuid) returns table (
    month date, considered integer, proposed integer, place integer,
    education integer, unavailable integer, profile integer)
    language sql stable security definer set search_path = public, pg_temp as $$
    with mine as (
        select candidate as id
        where session_user = 'web_opdrachtgever'
          and candidate = any (array(select my_candidates()))
    ), run as ( -- the last ranking of each month
        select distinct on (month) id, month, considered from (
            select r.id, r.made_at, r.considered,
                date_trunc('month', r.made_at at time zone 'Europe/Amsterdam')::date as month
            from match_run r join mine on mine.id = r.candidate_id
        ) dated
        order by month, made_at desc
    ), judged as (
        select j.vacancy_id, j.decision, j.reason,
            date_trunc('month', j.judged_at at time zone 'Europe/Amsterdam')::date as month
        from judgement j join mine on mine.id = j.candidate_id
        where j.undone_at is null
    ), dropped as ( -- what an adviser said; what the rules kept may depend on health
        select month, case
            when reason = 'too_far' then 'place'
            when reason = 'education' then 'education'
            when reason in ('expired', 'duplicate') then 'unavailable'
            end as reason
        from judged where decision = 'rejected'
    ), counted as (
        select month, coalesce(max(run.considered), 0)::integer as considered,
            (select count(*) from judged j
             where j.month = months.month and j.decision = 'saved')::integer as proposed,
            count(*) filter (where d.reason = 'place')::integer as place,
            count(*) filter (where d.reason = 'education')::integer as education,
            count(*) filter (where d.reason = 'unavailable')::integer as unavailable
        from (select month from run union select month from judged) months
        left join run using (month)
        left join dropped d using (month)
        group by month
    ), folded as (
        select c.month, c.considered, c.proposed, nullif(greatest(c.place, 2), 2) as place,
            nullif(greatest(c.education, 2), 2) as education,
            nullif(greatest(c.unavailable, 2), 2) as unavailable
        from counted c
    )
    select month, nullif(greatest(considered, 2), 2), proposed, place, education,
        unavailable,
        nullif(greatest(considered - proposed - coalesce(place, 0)
            - coalesce(education, 0) - coalesce(unavailable, 0), 2), 2)
    from folded order by month desc
$$;

-- A title in which the reader found a demand is left out: it may say what was hard. So
-- is one that names hours: a list of jobs of 16 hours says how many somebody can work.
create function vacancies_in_view(candidate uuid) returns table (
    title text, place text, happened_on date, standing text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select case when not exists (select from vacancy_demand d
                                 where d.vacancy_id = v.id and d.part = 'title')
              and v.title !~* '\d\s?-?(u|uurs?|uren|dag(en|delen)?)\M|\m(part-?time|deeltijd)'
                then v.title end,
        v.place, (j.judged_at at time zone 'Europe/Amsterdam')::date,
        case when j.decision = 'rejected' then 'dropped'
             when v.status = 'gone' then 'unavailable' else 'proposed' end
    from judgement j join vacancy v on v.id = j.vacancy_id
    where session_user = 'web_opdrachtgever'
      and candidate = any (array(select my_candidates()))
      and j.candidate_id = candidate and j.undone_at is null
      and (j.decision = 'saved' or j.reason in ('too_far', 'education', 'expired'))
    order by j.judged_at desc, v.id
    limit 200
$$;

revoke execute on function note_what_is_known(), rank_asked_vacancy(),
    search_by_month(uuid), vacancies_in_view(uuid) from public;
grant execute on function search_by_month(uuid), vacancies_in_view(uuid)
    to web_opdrachtgever;

-- 5. Rights. The candidate reads why something fits or does not, of the own rankings.
grant select, insert, update (run_made_at) on changes_seen to web_adviser;
grant select (verdict, objections, questions) on match to web_candidate;
grant select (capacity_id) on match_run to web_candidate;
-- the own belastbaarheid: by it is said what may make work fit after all
grant select on capacity_document, capacity_item, capacity_hours_step to web_candidate;
grant select (candidate_id, vacancy_id, verdict, capacity_id, undone_at)
    on verdict_overrule to web_candidate;
grant select, insert (id, candidate_id, link), update (undone_at) on asked_vacancy
    to web_candidate;
grant select on asked_vacancy to web_adviser;
-- what was set going is kept in every ranking, however far down it falls
grant select (candidate_id, vacancy_id) on attempt to matcher;
grant select (candidate_id, vacancy_id, status) on task to matcher;
grant select (candidate_id, link, undone_at) on asked_vacancy to matcher;
grant select, insert, update, delete on changes_seen, asked_vacancy to maintenance;

-- What was withdrawn may be about somebody else, and why is the adviser's to read.
create policy candidate on capacity_document for select to web_candidate
    using (withdrawn_at is null and candidate_id = any (array(select my_candidates())));

do $$
declare
    name text;
begin
    foreach name in array array['changes_seen', 'asked_vacancy'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
    end loop;
    -- of a document that counts: the policy above holds in here too
    foreach name in array array['capacity_item', 'capacity_hours_step'] loop
        execute format('create policy candidate on %I for select to web_candidate '
            'using (candidate_id = any (array(select my_candidates())) '
            'and document_id in (select id from capacity_document))', name);
    end loop;
    foreach name in array array['attempt', 'task', 'asked_vacancy'] loop
        execute format('create policy matcher on %I for select to matcher using (true)', name);
    end loop;
    -- what the functions of sections 3 and 4 read, as the owner
    foreach name in array array['match_run', 'match', 'judgement'] loop
        execute format(
            'create policy owner_counts on %I for select to spoorzoeker_owner using (true)', name);
    end loop;
end
$$;

create policy adviser on changes_seen to web_adviser
    using (account_id = (select current_account())
           and candidate_id = any (array(select my_candidates())))
    with check (account_id = (select current_account())
           and candidate_id = any (array(select my_candidates())));
create policy candidate on verdict_overrule for select to web_candidate
    using (undone_at is null and candidate_id = any (array(select my_candidates())));
create policy adviser on asked_vacancy for select to web_adviser
    using (candidate_id = any (array(select my_candidates())));
create policy candidate on asked_vacancy to web_candidate
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates())));

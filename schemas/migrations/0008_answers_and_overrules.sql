-- What was found out about a job by asking, and where an adviser judged otherwise than
-- the rules. Both are taken back, never erased.
set local role spoorzoeker_owner;

-- 1. An answer is a fact of the vacancy, for every adviser: it holds no candidate.
create table vacancy_answer (
    id uuid primary key, -- given by the form, so that sending twice records once
    vacancy_id uuid not null references vacancy on delete cascade,
    field text not null,
    polarity text not null check (polarity in ('demanded', 'absent', 'mitigated')),
    value double precision,
    unit text,
    said text not null check (said <> ''), -- the answer as a plain sentence
    note text not null default '', -- words about the job
    said_by text not null check (said_by in
        ('employer_phone', 'employer_mail', 'website', 'own_knowledge')),
    said_on date not null,
    made_by uuid not null references account,
    made_at timestamptz not null default now(),
    undone_by uuid references account,
    undone_at timestamptz,
    check ((undone_at is null) = (undone_by is null))
);
create unique index vacancy_answer_one_in_force on vacancy_answer (vacancy_id, field)
    where undone_at is null;
create index vacancy_answer_vacancy on vacancy_answer (vacancy_id, made_at desc);
create index vacancy_answer_made_by on vacancy_answer (made_by);

-- 2. Another verdict for one candidate, with why: as personal as a judgement.
create table verdict_overrule (
    id uuid primary key, -- given by the form
    candidate_id uuid not null references candidate on delete cascade,
    vacancy_id uuid not null references vacancy on delete cascade,
    verdict text not null check (verdict in ('past', 'uitzoeken', 'past_niet')),
    machine text not null check (machine in ('past', 'uitzoeken', 'past_niet')),
    motivation text not null check (motivation <> ''),
    capacity_id uuid, -- the document the adviser looked at
    made_by uuid not null references account,
    made_at timestamptz not null default now(),
    undone_by uuid references account,
    undone_at timestamptz,
    -- keys look past row-level security: the document is of the same candidate
    foreign key (capacity_id, candidate_id)
        references capacity_document (id, candidate_id) on delete set null (capacity_id),
    check ((undone_at is null) = (undone_by is null))
);
create unique index verdict_overrule_one_in_force on verdict_overrule (candidate_id, vacancy_id)
    where undone_at is null;

-- 3. Rights. Moments come from the database; what was said stays as it was said.
grant select,
    insert (id, vacancy_id, field, polarity, value, unit, said, note, said_by, said_on, made_by),
    update (undone_by, undone_at) on vacancy_answer to web_adviser;
grant select (vacancy_id, field, polarity, value, unit, said, note, said_by, said_on, made_at,
    undone_at) on vacancy_answer to matcher; -- not who it was that asked
grant select,
    insert (id, candidate_id, vacancy_id, verdict, machine, motivation, capacity_id, made_by),
    update (undone_by, undone_at) on verdict_overrule to web_adviser;
grant select, insert, update, delete on vacancy_answer, verdict_overrule to maintenance;

do $$
declare
    name text;
begin
    foreach name in array array['vacancy_answer', 'verdict_overrule']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
        -- what an adviser records or takes back carries the adviser's own name, once
        execute format('create policy author on %I as restrictive for insert to web_adviser '
            'with check (made_by = (select current_account()))', name);
        execute format('create policy once on %I as restrictive for update to web_adviser '
            'using (undone_at is null) with check (undone_by = (select current_account()))', name);
    end loop;
end
$$;
create policy matcher on vacancy_answer for select to matcher using (true);
create policy adviser on vacancy_answer to web_adviser
    using ((select current_account()) is not null)
    with check ((select current_account()) is not null);
create policy adviser on verdict_overrule to web_adviser
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates())));

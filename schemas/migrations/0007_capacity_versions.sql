-- The belastbaarheid in full: the form a document used, what it follows, the build-up
-- of the hours, the parts of an item, and documents withdrawn. All of it health data.
set local role spoorzoeker_owner;

-- 1. A document is never edited: a mistake is mended by the next, or it is withdrawn.
alter table capacity_document
    add column version text not null default 'new' check (version in ('new', 'old', 'free')),
    add column supersedes uuid,
    add column withdrawn_at timestamptz,
    add column withdrawn_reason text not null default '',
    -- keys look past row-level security: a document follows one of the same candidate
    add foreign key (supersedes, candidate_id)
        references capacity_document (id, candidate_id) on delete set null (supersedes),
    add check ((withdrawn_at is null) = (withdrawn_reason = ''));

alter table capacity_item add column choices text[] not null default '{}';

-- 2. Hours that change on a day that the document names.
create table capacity_hours_step (
    document_id uuid not null,
    candidate_id uuid not null,
    starts_on date not null,
    hours_day double precision check (hours_day between 0 and 24),
    hours_week double precision check (hours_week between 0 and 168),
    is_max boolean not null default false,
    primary key (document_id, starts_on),
    foreign key (document_id, candidate_id)
        references capacity_document (id, candidate_id) on delete cascade,
    check (hours_day is not null or hours_week is not null)
);

-- 3. Rights, as for the items.
grant insert (version, supersedes), update (withdrawn_at, withdrawn_reason)
    on capacity_document to web_adviser;
grant select on capacity_hours_step to matcher;
grant select, insert on capacity_hours_step to web_adviser;
grant select, insert, update, delete on capacity_hours_step to maintenance;

alter table capacity_hours_step enable row level security;
alter table capacity_hours_step force row level security;
create policy maintenance on capacity_hours_step to maintenance using (true) with check (true);
create policy matcher on capacity_hours_step for select to matcher using (true);
create policy adviser on capacity_hours_step to web_adviser
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates())));

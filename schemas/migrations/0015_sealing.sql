-- What somebody can, why a vacancy fits or not, and what was said in confidence is
-- sealed by a key per candidate (schemas/vault.py). The old columns stay beside the new
-- ones until `db migrate` has sealed what stands in them; then 0016 removes them.
set local role spoorzoeker_owner;

-- 1. The keys, wrapped by a key that the database never has.
create table candidate_key (
    candidate_id uuid primary key references candidate on delete cascade,
    kek text not null, -- the name of what wraps it
    wrapped bytea not null,
    made_at timestamptz not null default now()
);
create index candidate_key_kek on candidate_key (kek);

-- 2. Sealed beside plain.
alter table capacity_document
    add column sealed bytea, -- items and build-up of hours
    add column withdrawn_sealed bytea,
    drop constraint capacity_document_check;
alter table attempt add column note_sealed bytea;
alter table verdict_overrule
    add column motivation_sealed bytea,
    alter column motivation drop not null;
alter table match
    add column findings bytea,
    alter column reasons drop not null, alter column objections drop not null,
    alter column questions drop not null, alter column assumptions drop not null,
    alter column contributions drop not null, alter column contributions drop default;

-- 3. Rights: as for the plain columns. Whoever records the first sealed thing about a
-- candidate makes the key; nobody of the site changes or destroys one.
grant select on candidate_key to matcher, web_adviser, web_candidate;
grant insert (candidate_id, kek, wrapped) on candidate_key to matcher, web_adviser;
grant select, insert, update, delete on candidate_key to maintenance;
grant insert (sealed), update (withdrawn_sealed) on capacity_document to web_adviser;
grant update (note_sealed) on attempt to web_adviser;
grant insert (motivation_sealed) on verdict_overrule to web_adviser;
grant select (findings) on match to web_candidate;

alter table candidate_key enable row level security;
alter table candidate_key force row level security;
create policy maintenance on candidate_key to maintenance using (true) with check (true);
create policy matcher on candidate_key to matcher using (true) with check (true);
create policy adviser on candidate_key to web_adviser
    using (candidate_id = any (array(select my_candidates())))
    with check (candidate_id = any (array(select my_candidates())));
create policy candidate on candidate_key for select to web_candidate
    using (candidate_id = any (array(select my_candidates())));

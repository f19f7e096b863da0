-- Everything is sealed: the plain columns and tables go, and cannot come back. And what
-- is left of somebody who was erased.
set local role spoorzoeker_owner;

-- Row-level security hides rows from a query of the owner, not from a check.
alter table capacity_item add constraint nothing_left check (false);
alter table capacity_hours_step add constraint nothing_left check (false);
drop table capacity_item, capacity_hours_step;

alter table capacity_document
    alter column sealed set not null,
    drop column withdrawn_reason,
    add constraint withdrawn_with_reason
        check ((withdrawn_at is null) = (withdrawn_sealed is null));
-- a call in general is about no candidate: its note is plain, and stays so
alter table attempt
    add constraint note_of_a_candidate_sealed check (candidate_id is null or note = ''),
    add constraint note_in_general_plain
        check (candidate_id is not null or note_sealed is null);
alter table verdict_overrule
    alter column motivation_sealed set not null, drop column motivation;
alter table match
    alter column findings set not null,
    drop column reasons, drop column objections,
    drop column questions, drop column assumptions, drop column contributions;

-- What is left of somebody who was erased: that it was done, and numbers of nobody.
create table erasure (
    id uuid primary key, -- of whom nothing else is left
    erased_on date not null default current_date,
    erased_by text not null check (erased_by <> ''),
    reason text not null check (reason in ('request', 'term', 'mistake'))
);
create table erased_counts ( -- of all who were erased in a year, together
    year integer primary key,
    trajects integer not null,
    rankings integer not null,
    proposed integer not null,
    attempts integer not null,
    tasks integer not null
);
grant select, insert on erasure to maintenance; -- what was erased stays erased
grant select, insert, update on erased_counts to maintenance;
alter table erasure enable row level security;
alter table erasure force row level security;
create policy maintenance on erasure to maintenance using (true) with check (true);

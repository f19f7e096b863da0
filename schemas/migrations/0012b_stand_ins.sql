-- Who guides whom: appointed by the coordinator, a stand-in with a reason and an end.
set local role spoorzoeker_owner;

-- 1. A stand-in ends by itself, within 30 days. The reason is one of a few: why a
-- colleague is away is not for this table.
alter table assignment
    add column stand_in boolean not null default false,
    add column appointed_by uuid references account on delete set null, -- null: the operator
    add column appointed_at timestamptz not null default now(),
    add constraint assignment_stand_in check (not stand_in or coalesce(
        ends_on < starts_on + 30 and reason in ('leave', 'away', 'busy', 'vacant'), false));
create index assignment_appointed_by on assignment (appointed_by);

-- 2. The coordinator appoints and ends, under the own name; who guides is an adviser.
grant select (reason, stand_in, appointed_by, appointed_at),
    insert (candidate_id, adviser_id, starts_on, ends_on, reason, stand_in, appointed_by),
    update (ends_on) on assignment to web_coordinator;
create policy coordinator_appoints on assignment for insert to web_coordinator
    with check (appointed_by = (select current_account())
        and adviser_id = any (array(select a.id from account a
                                    where a.persona = 'adviser' and a.active)));
create policy coordinator_ends on assignment for update to web_coordinator
    using ((ends_on is null or ends_on >= current_date)
        and (select current_account()) is not null)
    with check (ends_on is not null and (select current_account()) is not null);

-- 3. An adviser reads the own appointments, so that the list says where one stands in.
grant select (candidate_id, adviser_id, starts_on, ends_on, stand_in) on assignment
    to web_adviser;
create policy adviser on assignment for select to web_adviser
    using (adviser_id = (select current_account()));

-- 4. Who guides somebody now, and who stands in now or soon: by name, without why.
drop function advisers_of(uuid);
create function guides_of(candidate uuid) returns table (
    name text, stand_in boolean, starts_on date, ends_on date)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name, s.stand_in, s.starts_on, s.ends_on
    from assignment s join account a on a.id = s.adviser_id
    where s.candidate_id = candidate and a.active
      and candidate = any (array(select my_candidates()))
      and (s.ends_on is null or s.ends_on >= greatest(current_date, s.starts_on))
      and (s.stand_in or s.starts_on <= current_date)
    order by s.stand_in, s.starts_on, a.name
$$;
revoke execute on function guides_of(uuid) from public;
grant execute on function guides_of(uuid) to web_adviser, web_candidate;

-- 5. Companies and the people there are for advisers who are signed in.
do $$
declare
    name text;
begin
    foreach name in array array['company', 'company_person'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy maintenance on %I to maintenance using (true) with check (true)', name);
        execute format('create policy adviser on %I to web_adviser '
            'using ((select current_account()) is not null) '
            'with check ((select current_account()) is not null)', name);
    end loop;
end
$$;

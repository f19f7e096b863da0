-- Two more personas: the coordinator, who sees how trajects stand and never what is said
-- in them, and the admin, who keeps the accounts and knows no candidate by name.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['web_coordinator', 'web_admin']
    loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
    end loop;
end
$$;
grant usage on schema public to web_coordinator, web_admin;
set local role spoorzoeker_owner;

alter table account drop constraint account_persona_check;
alter table account add constraint account_persona_check check (persona in
    ('adviser', 'candidate', 'opdrachtgever', 'coordinator', 'admin'));

grant execute on function current_account(), me(), touch_session()
    to web_coordinator, web_admin;

-- 1. The coordinator: names, phases, dates and numbers of every traject, and who guides it.
grant select (id, name, phase, traject_start, planned_end, invented)
    on candidate to web_coordinator;
grant select (id, name, persona, active) on account to web_coordinator;
grant select (id, adviser_id, candidate_id, starts_on, ends_on) on assignment
    to web_coordinator;
grant select (candidate_id, happened_on) on attempt to web_coordinator;
grant select (candidate_id, status, due_on) on task to web_coordinator;
grant select (candidate_id, decision, undone_at) on judgement to web_coordinator;

do $$
declare
    name text;
begin
    foreach name in array array['candidate', 'assignment', 'task'] loop
        execute format('create policy coordinator on %I for select to web_coordinator '
            'using ((select current_account()) is not null)', name);
    end loop;
end
$$;
create policy coordinator on account for select to web_coordinator
    using (persona = 'adviser' and (select current_account()) is not null);
create policy coordinator on attempt for select to web_coordinator -- not a call in general
    using (candidate_id is not null and (select current_account()) is not null);
create policy coordinator on judgement for select to web_coordinator
    using (decision = 'saved' and undone_at is null
           and (select current_account()) is not null);

-- 2. The admin: accounts; of a candidate's account neither the name nor the address.
grant select (id, persona, active, invented, made_at), update (active)
    on account to web_admin;
create policy admin_reads on account for select to web_admin
    using ((select current_account()) is not null);
create policy admin_lets_in on account for update to web_admin -- nobody locks out oneself
    using (id <> (select current_account()))
    with check (id <> (select current_account()));

create function staff_names() returns table (id uuid, name text, email text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.name, a.email from account a
    where a.persona <> 'candidate' and session_user = 'web_admin'
      and current_account() is not null
$$;

-- Who is kept out is out at once, and stays signed out when let in again.
create function end_sessions() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update session set revoked_at = now()
    where account_id = new.id and revoked_at is null;
    return null;
end
$$;
create trigger end_sessions after update of active on account
    for each row when (not new.active) execute function end_sessions();

revoke execute on function staff_names(), end_sessions() from public;
grant execute on function staff_names() to web_admin;

-- 3. A stand-in ends by itself, within 30 days. The reason is one of a few: why a
-- colleague is away is not for this table.
alter table assignment
    add column stand_in boolean not null default false,
    add column appointed_by uuid references account on delete set null, -- null: the operator
    add column appointed_at timestamptz not null default now(),
    add constraint assignment_stand_in check (not stand_in or coalesce(
        ends_on < starts_on + 30 and reason in ('leave', 'away', 'busy', 'vacant'), false));
create index assignment_appointed_by on assignment (appointed_by);

-- 4. The coordinator appoints and ends, under the own name; who guides is an adviser.
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

-- 5. An adviser reads the own appointments, so that the list says where one stands in.
grant select (candidate_id, adviser_id, starts_on, ends_on, stand_in) on assignment
    to web_adviser;
create policy adviser on assignment for select to web_adviser
    using (adviser_id = (select current_account()));

-- 6. Who guides somebody now, and who stands in now or soon: by name, without why.
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

-- 7. Companies and the people there are for advisers who are signed in.
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

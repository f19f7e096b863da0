-- Who sees what, until its end; and a name put right wherever it stands.
set local role spoorzoeker_owner;

-- 1. An opdrachtgever sees a traject until 30 days after its end, as a contact comes in
-- until 30 days after the last: another employee's traject prolongs nothing.
create or replace function my_candidates() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select candidate_id from assignment
    where session_user = 'web_adviser' and adviser_id = current_account()
      and starts_on <= current_date and (ends_on is null or ends_on >= current_date)
    union
    select id from candidate
    where session_user = 'web_candidate' and account_id = current_account()
    union
    select c.id from candidate c
    join opdrachtgever_contact o on o.opdrachtgever_id = c.opdrachtgever_id
    where session_user = 'web_opdrachtgever' and o.account_id = current_account()
      and not exists (
          select from traject_end e
          where e.candidate_id = c.id and e.undone_at is null
            and e.ended_on < current_date - 30)
$$;

-- 2. A traject that is called otherwise was misspelt, or somebody has another name: the
-- account and an invitation that is open follow, unless they were called otherwise.
create function name_follows() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update account set name = new.name
    where id = new.account_id and persona = 'candidate' and name = old.name;
    update invitation set name = new.name
    where candidate_id = new.id and persona = 'candidate' and name = old.name
      and accepted_at is null and withdrawn_at is null;
    return null;
end
$$;
revoke execute on function name_follows() from public;
create trigger name_follows after update of name on candidate
    for each row when (new.name <> old.name) execute function name_follows();

-- What was typed wrong of a traject is put right: its name, its first day, and whose it is.
set local role spoorzoeker_owner;

grant update (name, traject_start) on candidate to web_adviser;
create policy owner_corrects on candidate for update to spoorzoeker_owner
    using (id = any (array(select my_candidates())))
    with check (id = any (array(select my_candidates())));

-- By name, and only of the trajects that whoever asks guides: who pays for those of
-- other advisers is not told.
create function my_opdrachtgevers() returns table (id uuid, name text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select o.id, o.name from opdrachtgever o
    where session_user = 'web_adviser'
      and o.id = any (array(select c.opdrachtgever_id from candidate c
                            where c.id = any (array(select my_candidates()))))
    order by lower(o.name), o.id
$$;

-- The one of the own trajects by this name, else a new one. Two of that name may be two
-- firms, and whoever chose would show a traject to a stranger's employer.
create function opdrachtgever_named(paying text) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    parties uuid[];
begin
    select array_agg(o.id) into parties from my_opdrachtgevers() o
    where lower(o.name) = lower(paying);
    if cardinality(parties) > 1 then
        raise exception 'two are called that' using errcode = 'cardinality_violation';
    end if;
    if parties is null and paying <> '' then
        insert into opdrachtgever (name) values (paying) returning array[id] into parties;
    end if;
    return parties[1];
end
$$;
revoke execute on function opdrachtgever_named(text) from public;

create or replace function new_candidate(
    id uuid, name text, paying text, phase integer, traject_start date, planned_end date
) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    adviser uuid := current_account();
begin
    if session_user <> 'web_adviser' or adviser is null then
        raise exception 'only an adviser adds a candidate' using errcode = 'insufficient_privilege';
    end if;
    insert into candidate (id, name, opdrachtgever_id, phase, traject_start, planned_end)
    values (new_candidate.id, new_candidate.name, opdrachtgever_named(paying),
            new_candidate.phase, new_candidate.traject_start, new_candidate.planned_end)
    on conflict do nothing;
    if not found then
        return false; -- the form was sent twice
    end if;
    insert into assignment (adviser_id, candidate_id, starts_on, reason)
    values (adviser, new_candidate.id, current_date, 'nieuwe kandidaat');
    return true;
end
$$;

-- False: it was that one already. Who is invited as a contact of the old one but has not
-- come in yet does not come in: that invitation was for this traject.
create function change_opdrachtgever(candidate uuid, paying text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    party uuid;
begin
    if session_user <> 'web_adviser'
        or (candidate = any (array(select my_candidates()))) is not true
    then
        raise exception 'not yours to change' using errcode = 'insufficient_privilege';
    end if;
    party := opdrachtgever_named(paying);
    update candidate c set opdrachtgever_id = party
    where c.id = change_opdrachtgever.candidate and c.opdrachtgever_id is distinct from party;
    if not found then
        return false;
    end if;
    delete from invitation i
    where i.candidate_id = change_opdrachtgever.candidate and i.persona = 'opdrachtgever'
      and i.accepted_at is null;
    return true;
end
$$;

revoke execute on function my_opdrachtgevers(), change_opdrachtgever(uuid, text) from public;
grant execute on function my_opdrachtgevers(), change_opdrachtgever(uuid, text)
    to web_adviser;

-- That a traject ended with a placement, for whoever pays for it. All other reasons are
-- silent alike: of few that are not told, each would be guessed.
create function results_in_view() returns table (candidate_id uuid, reason text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.candidate_id, e.reason from traject_end e
    where e.undone_at is null and e.reason = 'placed'
      and session_user = 'web_opdrachtgever'
      and e.candidate_id = any (array(select my_candidates()))
$$;
revoke execute on function results_in_view() from public;
grant execute on function results_in_view() to web_opdrachtgever;

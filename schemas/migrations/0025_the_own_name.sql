-- Whoever is signed in puts the own name right. By a function, as no role may write that
-- column: web_auth knows no session, and could write everybody's; and a right of the
-- persona's own role would meet the rule by which an admin lets others in, and so give
-- an admin the names of all others.
set local role spoorzoeker_owner;

-- False: it was the name already.
create function change_my_name(name text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    mine uuid := current_account();
begin
    if mine is null then
        raise exception 'nobody is signed in' using errcode = 'insufficient_privilege';
    end if;
    update account a set name = change_my_name.name
    where a.id = mine and a.name <> change_my_name.name;
    return found;
end
$$;
revoke execute on function change_my_name(text) from public;
grant execute on function change_my_name(text) to web_adviser, web_candidate,
    web_opdrachtgever, web_coordinator, web_admin;

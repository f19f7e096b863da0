-- What is withdrawn was in force until then, and who stands in is told by the appointment.
set local role spoorzoeker_owner;

-- 1. The rule is about the row before, not after.
alter policy once on reaction with check (withdrawn_at is not null);
alter policy once on consent with check (withdrawn_at is not null);

-- 2. As before, but for `stands_in`.
create or replace function note_who() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.at := clock_timestamp();
    new.xact := pg_current_xact_id()::text::bigint;
    new.cluster := (select system_identifier from pg_control_system());
    new.stands_in := false;
    if session_user = 'web_auth' then
        return new; -- signing in: it says itself whose account it is about
    elsif session_user not like 'web\_%' then
        new.persona := 'program';
        return new;
    end if;
    new.account_id := current_account();
    new.persona := substr(session_user, 5);
    if session_user = 'web_candidate' and new.act <> 'refused' then
        new.candidate_id := coalesce(new.candidate_id,
            (select c.id from candidate c where c.account_id = new.account_id limit 1));
    elsif session_user = 'web_adviser' and new.act <> 'refused'
        and new.candidate_id is not null
    then
        new.stands_in := not exists (
            select from assignment a
            where a.adviser_id = new.account_id and a.candidate_id = new.candidate_id
              and not a.stand_in and a.starts_on <= current_date
              and (a.ends_on is null or a.ends_on >= current_date));
    end if;
    return new;
end
$$;

-- A ranking is asked of somebody who is there: an erasure that runs is waited for, else
-- its id stays in the queue.
set local role spoorzoeker_owner;

create or replace function request_match(candidate uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not (candidate = any (array(select my_candidates()))) then
        raise exception 'no such candidate' using errcode = 'no_data_found';
    end if;
    perform from candidate c where c.id = request_match.candidate for key share;
    if not found then
        raise exception 'erased meanwhile' using errcode = 'foreign_key_violation';
    end if;
    insert into procrastinate_jobs (queue_name, task_name, queueing_lock, lock, args)
    values ('match', 'match_candidate', 'match ' || candidate, 'match ' || candidate,
            jsonb_build_object('candidate_id', candidate));
exception when unique_violation then
    null; -- it is already waiting
end
$$;

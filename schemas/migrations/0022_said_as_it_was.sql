set local role spoorzoeker_owner;

-- 1. The log has a word for who guides: it said that the phase of a traject had changed.
alter table log_entry drop constraint log_entry_thing_check;
alter table log_entry add constraint log_entry_thing_check check (thing in ('account',
    'added_vacancy', 'adviser', 'answer', 'asked_vacancy', 'attempt', 'capacity', 'caseload',
    'changes', 'company', 'consent', 'dossier', 'erasure', 'export', 'judgement', 'log',
    'overrule', 'profile', 'progress', 'proposal', 'reaction', 'retention', 'session',
    'sources', 'stand_in', 'task', 'traject', 'vacancies', 'vacancy'));

-- 2. Why an invitation that was withdrawn stays so; null: it can be restored, or it is not
-- of whoever asks. `taken` (the address has an account), `has_account` (the candidate has
-- one) or `replaced` (another is open).
create function why_it_stays_withdrawn(invitation uuid) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select case
        when exists (select from account a where lower(a.email) = lower(i.email))
            then 'taken'
        when i.persona = 'candidate' and exists (
            select from candidate c
            where c.id = i.candidate_id and c.account_id is not null)
            then 'has_account'
        when exists (
            select from invitation other
            where other.accepted_at is null and other.withdrawn_at is null
              and (lower(other.email) = lower(i.email)
                   or (i.persona = 'candidate' and other.persona = 'candidate'
                       and other.candidate_id = i.candidate_id)))
            then 'replaced'
        end
    from invitation i
    where i.id = why_it_stays_withdrawn.invitation
      and may_invite(i.persona, i.candidate_id)
$$;
create or replace function restore_invitation(invitation uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update invitation i set withdrawn_at = null
    where i.id = restore_invitation.invitation and i.accepted_at is null
      and i.withdrawn_at > now() - interval '1 day'
      and may_invite(i.persona, i.candidate_id)
      and why_it_stays_withdrawn(i.id) is null;
    return found;
end
$$;
revoke execute on function why_it_stays_withdrawn(uuid) from public;
grant execute on function why_it_stays_withdrawn(uuid)
    to web_adviser, web_coordinator, web_admin, maintenance;

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
              and may_invite(other.persona, other.candidate_id) -- of others nothing is told
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

-- 3. What is mailed when somebody's access changes says to whom that person turns: a
-- colleague to the admin, everybody else to the adviser.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('invitation',
    'sign_in_code', 'new_password', 'change_email', 'email_changed',
    'email_changed_colleague', 'failed_sign_ins', 'access_changed',
    'access_changed_colleague', 'something_new'));
create or replace function reset_second_factor(account uuid, reason text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    owner account;
begin
    if sign_out_everywhere(account) is null then
        return false;
    end if;
    update account a set totp_seed = null, totp_step = 0
    where a.id = reset_second_factor.account
    returning a.* into owner;
    delete from recovery_code where account_id = account;
    insert into factor_reset (account_id, reason, made_by)
    values (account, reset_second_factor.reason, current_account());
    insert into outbox (kind, email, useless_at)
    values (case when owner.persona in ('candidate', 'opdrachtgever') then 'access_changed'
                 else 'access_changed_colleague' end,
        owner.email, now() + interval '7 days');
    return true;
end
$$;

-- 4. A rejection that was taken back is no rejected vacancy any more.
create or replace function kept_counts() returns table (
    candidate_id uuid, notes bigint, rejected bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select e.candidate_id,
        (select count(*) from attempt a
         where a.candidate_id = e.candidate_id and a.note_sealed is not null),
        (select count(*) from judgement j
         where j.candidate_id = e.candidate_id and j.decision = 'rejected'
           and j.undone_at is null)
    from traject_end e
    where e.undone_at is null
      and ((session_user = 'web_adviser'
            and e.candidate_id = any (array(select my_candidates())))
           or (session_user = 'web_coordinator' and current_account() is not null))
$$;

-- Who invites an address takes back only what one could have sent oneself: an adviser
-- withdrew the invitation of an admin.
create or replace function invite(
    id uuid, persona text, email text, name text, candidate uuid,
    token_hash bytea, code_hash bytea, link_secret text
) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    party uuid;
    own boolean;
begin
    if may_invite(persona, candidate) is not true then
        raise exception 'not yours to invite' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from invitation i where i.id = invite.id) then
        return 'sent_twice';
    end if;
    if exists (select from account a where lower(a.email) = lower(invite.email)) then
        return 'taken';
    end if;
    if persona = 'candidate' and exists (
        select from candidate c where c.id = candidate and c.account_id is not null)
    then
        return 'has_account';
    end if;
    if persona = 'opdrachtgever' then
        select c.opdrachtgever_id into party from candidate c where c.id = candidate;
        if party is null then
            return 'no_opdrachtgever';
        end if;
    end if;
    update invitation i set withdrawn_at = now() -- the newest counts
    where i.accepted_at is null and i.withdrawn_at is null
      and (lower(i.email) = lower(invite.email)
           or (i.persona = 'candidate' and invite.persona = 'candidate'
               and i.candidate_id = candidate))
      and may_invite(i.persona, i.candidate_id);
    own := coalesce((select a.invented from account a where a.id = current_account()), false);
    insert into invitation (id, persona, email, name, candidate_id, opdrachtgever_id,
        invited_by, token_hash, link_expires_at, code_hash, code_expires_at, invented)
    values (invite.id, invite.persona, invite.email, invite.name, candidate, party,
        current_account(), invite.token_hash, now() + interval '7 days',
        invite.code_hash, now() + interval '72 hours', own);
    insert into outbox (kind, email, secret, useless_at)
    values ('invitation', invite.email, link_secret, now() + interval '7 days');
    return 'invited';
end
$$;

-- One address may thus have two open invitations: the first that is used counts.
create or replace function accept_invitation(invitation uuid, password_hash text) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    taken invitation;
    made uuid;
begin
    update invitation i set withdrawn_at = now() -- somebody else's came first
    where i.id = accept_invitation.invitation and i.accepted_at is null
      and i.withdrawn_at is null
      and exists (select from account a where lower(a.email) = lower(i.email));
    update invitation i set accepted_at = now()
    where i.id = accept_invitation.invitation and i.accepted_at is null
      and i.withdrawn_at is null and i.link_expires_at > now()
      and i.code_expires_at > now()
    returning i.* into taken;
    if taken.id is null then
        return null;
    end if;
    insert into account (email, name, persona, password_hash, invented)
    values (taken.email, taken.name, taken.persona, accept_invitation.password_hash,
        taken.invented)
    returning account.id into made;
    if taken.persona = 'candidate' then
        update candidate c set account_id = made
        where c.id = taken.candidate_id and c.account_id is null;
        if not found then
            raise exception 'this candidate has an account' using errcode = 'unique_violation';
        end if;
    elsif taken.persona = 'opdrachtgever' then
        insert into opdrachtgever_contact (opdrachtgever_id, account_id)
        values (taken.opdrachtgever_id, made);
    end if;
    return made;
end
$$;

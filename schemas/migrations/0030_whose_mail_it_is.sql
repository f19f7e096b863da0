-- A mail belongs to an invitation, or to the account that had its address when it was
-- written, and goes with it: who has that address before or after has nothing to do with
-- it.
alter table outbox
    add account_id uuid references account on delete cascade,
    add invitation_id uuid references invitation on delete cascade;
create index outbox_account on outbox (account_id);
create index outbox_invitation on outbox (invitation_id);

set local role spoorzoeker_owner;

-- 1. Of what waits, it is known now. Of what was sent it is not: an address may have been
-- another's, so that is forgotten.
create policy owner_sorts on outbox to spoorzoeker_owner using (true);
update outbox o set invitation_id = (
    select i.id from invitation i where lower(i.email) = lower(o.email)
      and i.accepted_at is null and i.withdrawn_at is null
    order by i.made_at desc limit 1)
where kind = 'invitation' and sent_at is null and given_up_at is null;
update outbox o set account_id = a.id from account a
where lower(a.email) = lower(o.email) and o.kind <> 'invitation'
  and o.sent_at is null and o.given_up_at is null;
delete from outbox where num_nonnulls(account_id, invitation_id) = 0;
drop policy owner_sorts on outbox;
alter table outbox add check (num_nonnulls(account_id, invitation_id) = 1);

-- 2. From now on. One to an address that is nobody's (yet, or any more) is told whose it
-- is.
create function mail_is_of() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.invitation_id is null then
        new.account_id := coalesce(
            (select id from account where lower(email) = lower(new.email)), new.account_id);
    end if;
    return new;
end
$$;
revoke execute on function mail_is_of() from public;
create trigger mail_is_of before insert on outbox
    for each row execute function mail_is_of();
grant insert (account_id) on outbox to web_auth;

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
    insert into outbox (kind, email, invitation_id, secret, useless_at)
    values ('invitation', invite.email, invite.id, link_secret, now() + interval '7 days');
    return 'invited';
end
$$;

create or replace function renew_invitation(
    invitation uuid, code_hash bytea, token_hash bytea, link_secret text
) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    address text;
begin
    update invitation i set
        code_hash = renew_invitation.code_hash, code_tries = 0,
        code_expires_at = now() + interval '72 hours',
        token_hash = coalesce(renew_invitation.token_hash, i.token_hash),
        link_expires_at = case when renew_invitation.token_hash is null
            then i.link_expires_at else now() + interval '7 days' end
    where i.id = invitation and i.accepted_at is null and i.withdrawn_at is null
      and may_invite(i.persona, i.candidate_id)
    returning i.email into address;
    if address is null then
        return false;
    end if;
    if link_secret is not null then
        insert into outbox (kind, email, invitation_id, secret, useless_at)
        values ('invitation', address, renew_invitation.invitation, link_secret,
                now() + interval '7 days');
    end if;
    return true;
end
$$;

-- A mail belongs to the account that had its address when it was written, and goes with
-- it: who has had that address before or after has nothing to do with it.
alter table outbox add account_id uuid references account on delete cascade;
create index outbox_account on outbox (account_id);
-- Of what was mailed before, it is known since the address is the account's.
update outbox o set account_id = a.id from account a
where lower(a.email) = lower(o.email) and o.made_at >= coalesce(
    (select max(l.used_at) from account_link l
     where l.account_id = a.id and l.kind = 'email'),
    a.made_at);

set local role spoorzoeker_owner;

-- One to an address that is nobody's (yet, or any more) is told whose it is.
create function mail_is_of() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.account_id := coalesce(
        (select id from account where lower(email) = lower(new.email)), new.account_id);
    return new;
end
$$;
revoke execute on function mail_is_of() from public;
create trigger mail_is_of before insert on outbox
    for each row execute function mail_is_of();
grant insert (account_id) on outbox to web_auth;

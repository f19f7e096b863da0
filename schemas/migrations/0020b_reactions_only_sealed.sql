-- Reactions are sealed: the plain column goes, and cannot come back.
set local role spoorzoeker_owner;

-- Row-level security hides rows from a query of the owner, not from a check.
alter table reaction add constraint nothing_left check (text = '');
alter table reaction
    drop column text,
    alter column text_sealed set not null;

-- What a candidate says beside a record: sealed. The old column stays until `db migrate`
-- has sealed what stands in it; then 0020b removes it. Nothing ever wrote notes beside
-- decisions: that column goes at once.
set local role spoorzoeker_owner;

alter table judgement add constraint nothing_left check (note = '');
alter table judgement drop column note;
alter table reaction
    add column text_sealed bytea,
    drop constraint reaction_text_check,
    alter column text set default '';
grant insert (text_sealed) on reaction to web_candidate;

-- A candidate reads whether somebody answered, and nothing else of what came of a talk.
alter table attempt add column unreached text generated always as (
    case when outcome in ('voicemail', 'no_answer') then outcome end) stored;
grant select (unreached) on attempt to web_candidate;

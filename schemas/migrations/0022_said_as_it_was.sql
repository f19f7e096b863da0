-- 1. The log has a word for who guides: it said that the phase of a traject had changed.
alter table log_entry drop constraint log_entry_thing_check;
alter table log_entry add constraint log_entry_thing_check check (thing in ('account',
    'added_vacancy', 'adviser', 'answer', 'asked_vacancy', 'attempt', 'capacity', 'caseload',
    'changes', 'company', 'consent', 'dossier', 'erasure', 'export', 'judgement', 'log',
    'overrule', 'profile', 'progress', 'proposal', 'reaction', 'retention', 'session',
    'sources', 'stand_in', 'task', 'traject', 'vacancies', 'vacancy'));

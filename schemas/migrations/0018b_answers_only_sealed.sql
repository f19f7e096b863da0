-- What candidates answer, what comes next and the file with everything are sealed: the
-- plain columns go, and cannot come back.
set local role spoorzoeker_owner;

-- Row-level security hides rows from a query of the owner, not from a check.
alter table task
    add constraint nothing_left check (answer = '' and cannot_reason is null);
alter table response add constraint nothing_left check (why = '');
alter table dossier_export add constraint nothing_left check (file is null);
alter table task drop column answer, drop column cannot_reason;
alter table response drop column why;
alter table dossier_export
    drop column file,
    add constraint made_and_sealed check (
        (made_at is null) = (sealed is null) and (made_at is null) = (expires_at is null));
-- what follows a call in general is about no candidate: it is plain, and stays so
alter table attempt
    add constraint next_step_of_a_candidate_sealed
        check (candidate_id is null or next_step = ''),
    add constraint next_step_in_general_plain
        check (candidate_id is not null or next_step_sealed is null);

-- Pages count thousands of ranked vacancies; what they count by stands in the index.
drop index match_candidate;
create index match_candidate on match (candidate_id, run_id, position)
    include (verdict, vacancy_id);
create index vacancy_standing on vacancy (id) include (status, first_seen, duplicate_of);

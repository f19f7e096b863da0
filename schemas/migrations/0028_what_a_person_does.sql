-- What the log can say of a person is what a page does. That somebody was erased, or came
-- in, is the program's to say, whatever a session asks the database.
set local role spoorzoeker_owner;

create policy does on log_entry as restrictive for insert
    to web_adviser, web_candidate, web_opdrachtgever, web_coordinator, web_admin
    with check (act in ('viewed', 'changed', 'exported', 'invited', 'refused'));

-- What hard limits and the search need of every advert, kept when it is read: so a
-- market of hundreds of thousands is loaded as it stands, and no text is read twice.
set local role spoorzoeker_owner;

alter table vacancy_understanding
    add column title text, -- the work by name; null: read before this was kept
    add column tasks text not null default '', -- the first sentences about the work
    add column signs text not null default '', -- what limits look at, a line per field
    add column diplomas text not null default ''; -- closed fields that ask for a diploma

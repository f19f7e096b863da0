-- One job, one line: which vacancy is shown for which, and how that was found.
set local role spoorzoeker_owner;

-- 1. What is shown: null stands for itself, else another is shown in its place.
-- Nothing is ever deleted; one that stood for others gives each its own line back.
alter table vacancy
    add column duplicate_of uuid references vacancy on delete set null
        check (duplicate_of <> id);
create index vacancy_duplicate_of on vacancy (duplicate_of) where duplicate_of is not null;

-- 2. What of an advert is compared, so that only what changed is read again.
create table vacancy_fingerprint (
    vacancy_id uuid primary key references vacancy on delete cascade,
    content_hash bytea, -- of the advert as it was read
    rules text not null, -- which rules read it
    keys text[] not null, -- 'source …', 'employer …', 'place …', 'postcode …'
    title text[] not null, -- its words without the noise
    employer text not null, -- as a key; empty when unknown
    place text not null, -- as a key; empty when unknown
    reference text, -- the number of the job on its platform
    marks bytea not null, -- one hash of 64 bits per sentence
    shingles bytea not null -- how many each sentence has, and a hash of 32 bits for each
);
alter table vacancy_fingerprint alter column shingles set storage external;
create index vacancy_fingerprint_keys on vacancy_fingerprint using gin (keys);

create table vacancy_sketch ( -- absent until it is known what of it is boilerplate
    vacancy_id uuid primary key references vacancy_fingerprint on delete cascade,
    dropped bytea not null, -- the marks of its sentences that are boilerplate
    size integer not null, -- of how many shingles the sketch was made
    sketch bytea not null, -- MinHash of 128
    compared boolean not null default false -- with all that lie near
);
create index vacancy_sketch_uncompared on vacancy_sketch (vacancy_id) where not compared;

create table boilerplate ( -- what one employer or one source writes under every job
    shared_by text primary key, -- one of the keys above
    marks bytea not null
);

create table same_job ( -- two adverts that were found to be one job
    one uuid not null references vacancy_fingerprint on delete cascade,
    other uuid not null references vacancy_fingerprint on delete cascade,
    score real not null check (score between 0 and 1),
    is_weak boolean not null, -- a teaser or a place untold: it may fit another job too
    primary key (one, other),
    check (one < other)
);
create index same_job_other on same_job (other);

-- 3. Rights. Who reads or writes vacancy reads or writes duplicate_of with it; what is
-- compared is the crawler's own business.
grant select, insert, update, delete on vacancy_fingerprint, vacancy_sketch, boilerplate,
    same_job to crawler, maintenance;

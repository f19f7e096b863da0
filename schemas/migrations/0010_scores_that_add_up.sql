-- Why something stands where it stands: scores with their parts, how wide was searched,
-- by which weights, and what else could be sought.
set local role spoorzoeker_owner;

-- 1. How wide is searched, and directions that are possible too. Never a limitation.
alter table candidate
    add column second_directions text[] not null default '{}',
    add column search_width smallint not null default 0 check (search_width between 0 and 2);

-- 2. Weights that were learned; added to, never changed. They hold numbers per part of a
-- score and no person: of ten candidates at least, and not of whom.
create table rank_weights (
    version integer primary key, -- 0: as the program ships them
    base double precision,
    weights jsonb, -- log-odds per part; null: as the program ships them
    judgements integer not null check (judgements >= 0),
    candidates integer not null check (candidates >= 0),
    measured jsonb not null, -- before and after, on judgements it did not learn from
    made_by text not null check (made_by <> ''),
    made_at timestamptz not null default now(),
    check ((version = 0) = (weights is null)),
    check ((weights is null) = (base is null)),
    check (version = 0 or (judgements >= 200 and candidates >= 10))
);
insert into rank_weights (version, judgements, candidates, measured, made_by)
values (0, 0, 0, '{}', 'spoorzoeker');

-- Which version counts: the last that was chosen; without any, as shipped.
create table rank_weights_choice (
    id bigint generated always as identity primary key,
    version integer not null references rank_weights,
    chosen_by text not null check (chosen_by <> ''),
    chosen_at timestamptz not null default now()
);

-- 3. What a ranking keeps; what was ranked before knows none of it.
alter table match_run
    add column scoring text, -- version of how a score is made
    add column weights integer references rank_weights,
    add column search_width smallint not null default 0 check (search_width between 0 and 2),
    add column suggestions jsonb not null default '[]';
alter table match
    add column contributions jsonb not null default '[]',
    add column held_back text check (held_back in ('employer', 'title'));

-- 4. Rights. Work is compared by directions and width; by what was saved and rejected
-- from which ranking is learned. Nobody changes or removes what was learned or chosen.
grant select (second_directions, search_width) on candidate to matcher;
grant update (second_directions, search_width) on candidate to web_adviser;
grant select (known_run) on judgement to matcher;
grant select, insert (version, base, weights, judgements, candidates, measured, made_by)
    on rank_weights to matcher;
grant select, insert (version, chosen_by) on rank_weights_choice to matcher;
grant select on rank_weights, rank_weights_choice to maintenance;

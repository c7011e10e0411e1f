-- Books beside the actual one: the same events by another policy. Each keeps its balances in a table of its own,
-- book_balance_<id>, that is made and dropped with it: a deleted row would only be room for others, a dropped table is
-- given back to the disk.
create table book (
    id            int generated always as identity primary key,
    group_id      int not null references consolidation_group,
    name          text not null unique,
    title         text not null,
    policy        text not null,
    state         text not null check (state in ('rebuilding', 'live', 'failed')),
    detail        text,
    -- Counted up by whoever begins to rebuild it: what an earlier attempt still wants to write, it may not.
    run           int not null default 0,
    redatings     bigint not null default 0,
    entries_read  bigint not null default 0,
    entries_total bigint not null default 0,
    created_at    timestamptz not null default now(),
    started_at    timestamptz,
    finished_at   timestamptz
);

-- How far a book has followed each lane of the chain. Every entry is in one link, so this says which entries it holds.
create table book_cursor (
    book_id int not null references book on delete cascade,
    lane    text not null,
    height  bigint not null,
    primary key (book_id, lane)
);

-- A book's own accounts: some that the actual book has not, and none that the actual book would have to show.
create table book_account (
    id      int generated always as identity primary key,
    book_id int not null references book on delete cascade,
    unit    text not null,
    name    text not null,
    unique (book_id, name)
);

-- How often entries of a group were given another accounting date.
create table redating (
    group_id int primary key references consolidation_group,
    number   bigint not null
);

-- The ledger's tables. Amounts are whole numbers of the group's smallest unit. Entries are append-only;
-- balances are kept an account, an hour of event time and a shard, so that late events need no rewriting
-- and workers on different partitions never wait for each other's rows.

create table consolidation_group (
    id             int generated always as identity primary key,
    name           text not null unique,
    title          text not null,
    asset_code     text not null,
    asset_scale    smallint not null,
    transfer_price text not null
);

create table unit (
    group_id       int not null references consolidation_group,
    name           text not null,
    title          text not null,
    storefront_for text[] not null,
    primary key (group_id, name)
);

create table rate (
    group_id        int not null references consolidation_group,
    provider        text not null,
    resource        text not null,
    effective_from  timestamptz not null,
    published_at    timestamptz not null,
    event_id        uuid not null,
    unit_of_measure text not null,
    list            numeric not null,
    marginal_cost   numeric not null,
    full_cost       numeric not null,
    primary key (group_id, provider, resource, effective_from, published_at, event_id)
);

-- Bumped by every transaction that changes groups, units or rates; batches compare it with their copy.
create table reference_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into reference_version (version) values (0);

create table source (
    id   int generated always as identity primary key,
    name text not null unique
);

create table account (
    id       int generated always as identity primary key,
    group_id int not null,
    unit     text not null,
    name     text not null,
    unique (group_id, name)
);

-- Who used whose what: the part of a usage event that a later rate needs to price it again.
create table usage_key (
    id            int generated always as identity primary key,
    group_id      int not null,
    provider      text not null,
    resource      text not null,
    consumer      text not null,
    consumer_kind text not null,
    unique (group_id, provider, resource, consumer, consumer_kind)
);

-- One row an entry, its postings in two arrays. Revision 0 is what the event itself posted; a higher one
-- is the difference that a rate made which arrived later.
create table entry (
    event_id      uuid not null,
    source_id     int not null,
    revision      smallint not null,
    group_id      int not null,
    rule          smallint not null,
    topic         smallint not null,
    partition     int not null,
    record_offset bigint not null,
    occurred_at   timestamptz not null,
    digest        uuid not null,
    usage_key     int,
    quantity      numeric,
    rate_from     timestamptz,
    rate_event    uuid,
    sale          bytea,
    accounts      int[] not null,
    amounts       bigint[] not null
);
-- Time-ordered ids keep this index warm at its right edge.
create unique index entry_identity on entry (event_id, source_id, revision);
create index entry_position on entry (topic, partition, record_offset, revision);
create index entry_occurred_at on entry using brin (occurred_at) with (pages_per_range = 16, autosummarize = on);

create table balance (
    account_id int not null,
    hour       timestamptz not null,
    shard      smallint not null,
    debit      numeric not null,
    credit     numeric not null,
    postings   bigint not null,
    primary key (account_id, hour, shard)
);

-- How much of each line of a sale has come back.
create table returned_line (
    source_id             int not null,
    sale_id               uuid not null,
    line                  int not null,
    quantity              numeric not null,
    proportional_quantity numeric not null,
    refunded              bigint not null,
    cost_reversed         bigint not null,
    primary key (source_id, sale_id, line)
);

-- The offsets belong to the transaction that posts: here, and never in Kafka.
create table intake_offset (
    topic       smallint not null,
    partition   int not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

create table suspense (
    id            bigint generated always as identity primary key,
    state         text not null check (state in ('waiting', 'quarantined', 'resolved')),
    reason        text not null,
    detail        text not null,
    waits_for     text,
    group_name    text,
    source        text,
    event_id      uuid,
    event_type    text,
    event_time    timestamptz,
    digest        uuid,
    wanted        text,
    wanted_sale   uuid,
    topic         smallint not null,
    partition     int not null,
    record_offset bigint not null,
    record_time   timestamptz not null,
    received_at   timestamptz not null default now(),
    attempts      int not null default 0,
    key           bytea,
    headers       bytea not null,
    value         bytea
);
create unique index suspense_position on suspense (topic, partition, record_offset);
create index suspense_waiting on suspense (waits_for, group_name, wanted) where state = 'waiting';
create index suspense_identity on suspense (event_id) where event_id is not null and state <> 'resolved';
create index suspense_page on suspense (state, id);

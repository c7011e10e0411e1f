-- The hash chain: a lane for each partition, with its head beside the offset, and one for what suspense posts. Each
-- transaction that posts adds a link to the lanes that it moves on.
alter table intake_offset
    add column chain_height bigint not null default 0,
    add column chain_hash bytea not null default decode(repeat('00', 32), 'hex');

create table suspense_chain (
    only_row     boolean primary key default true check (only_row),
    chain_height bigint not null,
    chain_hash   bytea not null
);
insert into suspense_chain (chain_height, chain_hash) values (0, decode(repeat('00', 32), 'hex'));

-- A link holds the entries of the records from_offset to to_offset (without it), but for those of the offsets in
-- unposted; and the entries that it lists one by one, as their records stand elsewhere.
create table chain_link (
    lane                text not null,
    height              bigint not null,
    from_offset         bigint not null,
    to_offset           bigint not null,
    unposted            int8multirange not null,
    own                 int not null,
    elsewhere           bigint[] not null,
    elsewhere_revisions smallint[] not null,
    hash                bytea not null,
    primary key (lane, height)
);

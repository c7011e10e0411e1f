-- The place in the log is one number, so that one small index over block ranges finds entries by it. A batch
-- writes its entries in the order of the log; a range of blocks then holds a few runs of places, which is what
-- a minmax-multi summary keeps.
alter table entry rename to entry_by_columns;
drop index entry_identity, entry_position, entry_occurred_at;

create table entry (
    event_id    uuid not null,
    occurred_at timestamptz not null,
    position    bigint not null,
    digest      uuid not null,
    source_id   int not null,
    group_id    int not null,
    revision    smallint not null,
    rule        smallint not null,
    usage_key   int,
    rate_from   timestamptz,
    rate_event  uuid,
    quantity    numeric,
    accounts    int[] not null,
    amounts     bigint[] not null,
    sale        bytea
);

insert into entry
select event_id, occurred_at, (topic::bigint << 56) | (partition::bigint << 40) | record_offset, digest, source_id,
       group_id, revision, rule, usage_key, rate_from, rate_event, quantity, accounts, amounts, sale
from entry_by_columns;
drop table entry_by_columns;

-- Time-ordered ids keep this index warm at its right edge.
create unique index entry_identity on entry (event_id, source_id, revision);
create index entry_ranges on entry using brin (position int8_minmax_multi_ops, occurred_at)
    with (pages_per_range = 16, autosummarize = on);

-- Returns ask for the lines of a sale by its id alone.
alter table returned_line drop constraint returned_line_pkey;
alter table returned_line add primary key (sale_id, source_id, line);

-- Closed periods. What happened in one that was closed without it is booked after it: booked_at is the accounting date,
-- by which everything is asked for, and occurred_at is when it happened, where that is another time.
alter table entry rename column occurred_at to booked_at;
alter table entry add column occurred_at timestamptz;

-- Rates price by when things happened; of what is late there is little.
create index entry_late on entry (occurred_at) where occurred_at is not null;

-- Where a rate stands in the log decides which closings know it.
alter table rate add column position bigint;
update rate r
set position = (select min(e.position) from entry e
                where e.event_id = r.event_id and e.group_id = r.group_id and e.revision = 0);
alter table rate alter column position set not null;

-- The closings of groups, with the data of their events.
create table closing (
    group_id  int not null references consolidation_group,
    period    text not null,
    event_id  uuid not null,
    closed_at timestamptz not null,
    position  bigint not null,
    data      bytea not null,
    primary key (group_id, period)
);

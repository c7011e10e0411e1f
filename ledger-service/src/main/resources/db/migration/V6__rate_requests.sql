-- Rates that someone asked the ledger to publish. The event is fixed before it is sent, so that asking again with
-- the same key sends the same event.
create table rate_request (
    idempotency_key text primary key,
    source          text not null,
    event_id        uuid not null unique,
    event_time      timestamptz not null,
    data            bytea not null,
    acknowledged    boolean not null default false
);

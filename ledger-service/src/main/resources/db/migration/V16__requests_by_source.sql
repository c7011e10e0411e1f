-- A key is whoever asks's own: that of one group says nothing of, and stands in the way of nothing of, another's; and what a
-- caller makes up as the key of a rate is never taken for a closing's.
alter table event_request drop constraint rate_request_pkey;
alter table event_request add primary key (source, event_type, idempotency_key);

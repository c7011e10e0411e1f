-- The greatest id of the events that a partition's records posted: whoever goes on with the partition takes what is not
-- later for something that may have come before. Of partitions read before this column, nothing is taken for new at first.
alter table intake_offset add column latest_event uuid;
update intake_offset set latest_event = (select event_id from entry order by event_id desc limit 1) where next_offset > 0;

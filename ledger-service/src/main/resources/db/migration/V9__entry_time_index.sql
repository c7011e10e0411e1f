-- Statements ask for an hour's entries. A block-range index has to be read whole for that, and a few late events in a range
-- make it match weeks: at ten million entries that costs more than a statement may. A tree costs a microsecond an entry, as
-- times grow with the log, and finds an hour at once. Places stay in block ranges, a batch or two in each.
drop index entry_ranges;
create index entry_time on entry (booked_at);
create index entry_place on entry using brin (position int8_minmax_multi_ops)
    with (pages_per_range = 64, autosummarize = on);

-- The hash chain began with version 3.
update intake_offset set chain_height = 1, chain_hash = decode(repeat('ab', 32), 'hex') where topic = 0;
insert into chain_link values ('sales-3', 1, 7, 8, '{}', 1, '{}', '{}', decode(repeat('ab', 32), 'hex'));

-- Books as version 1 kept them: a group, a rate, a usage that it priced, a sale of which something came back, and a record
-- that waits. The numbers of topics and the shapes of arrays are those of the ledger of that time.
insert into consolidation_group (name, title, asset_code, asset_scale, transfer_price)
values ('shop', 'Shop', 'USD', 2, 'list');
insert into unit values (1, 'store', 'Store', '{}'), (1, 'cloud', 'Cloud', '{}');
insert into rate values (1, 'cloud', 'compute', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z',
                         '00000000-0000-7000-8000-000000000001', 'h', 2, 1, 1.5);
insert into source (name) values ('/shop/cloud'), ('/shop/store');
insert into account (group_id, unit, name) values
    (1, 'store', 'store:assets:cash'), (1, 'store', 'store:revenue:external:goods'),
    (1, 'store', 'store:expenses:intersegment:cloud'), (1, 'store', 'store:liabilities:payable:cloud'),
    (1, 'cloud', 'cloud:assets:receivable:store'), (1, 'cloud', 'cloud:revenue:intersegment:store');
insert into usage_key (group_id, provider, resource, consumer, consumer_kind)
values (1, 'cloud', 'compute', 'store', 'unit');
insert into entry (event_id, source_id, revision, group_id, rule, topic, partition, record_offset, occurred_at, digest,
                   usage_key, quantity, rate_from, rate_event, sale, accounts, amounts) values
    ('00000000-0000-7000-8000-000000000001', 1, 0, 1, 2, 3, 0, 1, '2026-01-01T00:00:00Z',
     '00000000-0000-0000-0000-00000000000a', null, null, null, null, null, '{}', '{}'),
    ('00000000-0000-7000-8000-000000000002', 1, 0, 1, 4, 1, 2, 5, '2026-01-31T23:30:00Z',
     '00000000-0000-0000-0000-00000000000b', 1, 10, '2026-01-01T00:00:00Z', '00000000-0000-7000-8000-000000000001', null,
     '{3,4,5,6}', '{2000,-2000,2000,-2000}'),
    ('00000000-0000-7000-8000-000000000003', 2, 0, 1, 5, 0, 3, 7, '2026-02-01T00:30:00Z',
     '00000000-0000-0000-0000-00000000000c', null, null, null, null, '\x7b7d', '{1,2}', '{500,-500}');
insert into balance values
    (3, '2026-01-31T23:00:00Z', 2, 2000, 0, 1), (4, '2026-01-31T23:00:00Z', 2, 0, 2000, 1),
    (5, '2026-01-31T23:00:00Z', 2, 2000, 0, 1), (6, '2026-01-31T23:00:00Z', 2, 0, 2000, 1),
    (1, '2026-02-01T00:00:00Z', 3, 500, 0, 1), (2, '2026-02-01T00:00:00Z', 3, 0, 500, 1);
insert into returned_line values (2, '00000000-0000-7000-8000-000000000003', 0, 1, 1, 100, 50);
insert into intake_offset (topic, partition, next_offset) values (0, 3, 8), (1, 2, 6), (3, 0, 2);
insert into suspense (state, reason, detail, waits_for, group_name, source, event_id, event_type, event_time, wanted, topic,
                      partition, record_offset, record_time, headers, value)
values ('waiting', 'unknown-rate', 'there is no rate', 'rate', 'shop', '/shop/cloud',
        '00000000-0000-7000-8000-000000000004', 'triad.usage.recorded.v1', '2026-01-31T23:30:00Z', 'cloud/storage', 1, 2, 4,
        '2026-01-31T23:30:00Z', '\x', '\x7b7d');

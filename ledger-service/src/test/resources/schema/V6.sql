-- A rate that someone asked the ledger to publish; version 10 takes its subject out of its data.
insert into rate_request values ('once', '/shop/cloud', '00000000-0000-7000-8000-000000000006', '2026-02-01T00:00:00Z',
                                 '{"resource": "storage"}', true);

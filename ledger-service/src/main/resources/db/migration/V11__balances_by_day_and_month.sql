-- Balances by day and month, in UTC, beside those by hour: a balance at any moment is then the sum of a few rows, however
-- long the books are.
create table balance_day (
    account_id int not null,
    day        timestamptz not null,
    shard      smallint not null,
    debit      numeric not null,
    credit     numeric not null,
    postings   bigint not null,
    primary key (account_id, day, shard)
) with (fillfactor = 60);

create table balance_month (
    account_id int not null,
    month      timestamptz not null,
    shard      smallint not null,
    debit      numeric not null,
    credit     numeric not null,
    postings   bigint not null,
    primary key (account_id, month, shard)
) with (fillfactor = 60);

insert into balance_day
select account_id, date_trunc('day', hour, 'UTC'), shard, sum(debit), sum(credit), sum(postings)
from balance group by 1, 2, 3;

insert into balance_month
select account_id, date_trunc('month', day, 'UTC'), shard, sum(debit), sum(credit), sum(postings)
from balance_day group by 1, 2, 3;

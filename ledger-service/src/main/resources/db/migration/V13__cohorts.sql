-- A usage may name the cohort of products that it served; what it is charged is then booked to an account of the cohort.
alter table usage_key
    add column product text not null default '',
    add column cohort text not null default '',
    drop constraint usage_key_group_id_provider_resource_consumer_consumer_kind_key;
alter table usage_key
    add unique (group_id, provider, resource, consumer, consumer_kind, product, cohort);

-- A cost's account names its users now, and a storefront's its cohort. Books that were kept before cannot be told apart by
-- them, and are made anew from the log, which has everything.
do $$
begin
    if exists (select from account where name ~ ':expenses:cost-pool:[^:]+:(fixed|variable)$') then
        raise exception 'these books are of an earlier version: give the ledger an empty database, and it reads the log again';
    end if;
end $$;

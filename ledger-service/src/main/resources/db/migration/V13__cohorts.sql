-- A usage may name the cohort of products that it served; what it is charged is then booked to an account of the cohort.
alter table usage_key
    add column product text not null default '',
    add column cohort text not null default '',
    drop constraint usage_key_group_id_provider_resource_consumer_consumer_kind_key;
alter table usage_key
    add unique (group_id, provider, resource, consumer, consumer_kind, product, cohort);

-- Closings are asked for as rates are.
alter table rate_request rename to event_request;
alter table event_request
    add column event_type text not null default 'triad.rate.published.v1',
    add column subject text;
update event_request set subject = convert_from(data, 'UTF8')::jsonb ->> 'resource';
alter table event_request
    alter column event_type drop default,
    alter column subject set not null;

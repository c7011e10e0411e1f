-- While the books grow, PostgreSQL takes statistics of them every few seconds. Three thousand rows tell what there is to
-- tell of times, places and accounts; of amounts, digests, sales and the arrays no plan depends on any. With the default of
-- thirty thousand rows and every column, that took a quarter of the database's processor time.
do $$
declare
    one record;
begin
    for one in
        select c.relname, a.attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = current_schema::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            and c.relname in ('entry', 'balance', 'balance_day', 'balance_month', 'returned_line', 'returned_before',
                              'chain_link')
    loop
        execute format('alter table %I alter column %I set statistics 10', one.relname, one.attname);
    end loop;
end $$;

alter table entry
    alter column digest set statistics 0,
    alter column quantity set statistics 0,
    alter column rate_event set statistics 0,
    alter column sale set statistics 0,
    alter column accounts set statistics 0,
    alter column amounts set statistics 0;

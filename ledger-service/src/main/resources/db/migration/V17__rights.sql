-- What a ledger does that would take the owner of its tables, it does by functions, each for one thing: so the login that
-- posts need not own a table, make or drop one, or change an entry. The search path is pinned, as a function that runs by
-- its owner's rights must not find another's tables under the names of its own.
do $$ begin
    perform set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);
end $$;

-- Gives a book's table to the roles that there are; db/rights/afterMigrate.sql says who they are.
create function grant_book_table(number int) returns void
language plpgsql set search_path from current as $$
begin
    if exists (select from pg_catalog.pg_roles where rolname = 'triad_journal') then
        execute format('grant select, insert, update, truncate on book_balance_%s to triad_journal', number);
    end if;
    if exists (select from pg_catalog.pg_roles where rolname = 'triad_reader') then
        execute format('grant select on book_balance_%s to triad_reader', number);
    end if;
end $$;

-- The table of a book that has none yet.
create function make_book_table(number int) returns void
language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from book where id = number) then
        raise exception 'there is no book %', number using errcode = 'no_data_found';
    end if;
    execute format('create table book_balance_%s (
            account_id int not null,
            hour       timestamptz not null,
            debit      numeric not null,
            credit     numeric not null,
            postings   bigint not null,
            primary key (account_id, hour)
        ) with (fillfactor = 60)', number);
    perform grant_book_table(number);
end $$;

-- Gives the space of a book that was deleted back to the disk.
create function drop_book_table(number int) returns void
language plpgsql security definer set search_path from current as $$
begin
    if exists (select from book where id = number) then
        raise exception 'the book % is still there', number using errcode = 'object_in_use';
    end if;
    execute format('drop table if exists book_balance_%s', number);
end $$;

-- Gives entries another accounting date, and changes nothing else of them: when they happened stays on the books.
create function redate(events uuid[], sources text[], since timestamptz[], til timestamptz[]) returns void
language sql security definer set search_path from current as $$
    update entry e
    set booked_at = moved.til,
        occurred_at = nullif(coalesce(e.occurred_at, e.booked_at), moved.til)
    from unnest(events, sources, since, til) as moved (event_id, source, since, til)
        join source s on s.name = moved.source
    where e.event_id = moved.event_id and e.source_id = s.id and e.booked_at = moved.since
$$;

revoke all on function grant_book_table, make_book_table, drop_book_table, redate from public;

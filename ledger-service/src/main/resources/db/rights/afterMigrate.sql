-- The rights of the ledger's two roles, said anew whenever a ledger starts: a login that posts is made a member of
-- triad_journal, one that only reads of triad_reader. A database whose owner may not make roles works without them, and
-- with them once somebody else has made them. The table in docs/security.md says the same; a test holds both together.
do $$
declare
    one text;
begin
    foreach one in array array['triad_journal', 'triad_reader'] loop
        if not exists (select from pg_roles where rolname = one) then
            begin
                execute format('create role %I nologin', one);
            exception
                when duplicate_object or unique_violation then
                    -- Another ledger, of another database of this server, was first.
                    null;
                when insufficient_privilege then
                    raise warning 'the role % is missing, and % may not make it: have "create role % nologin" run by one who may, and start a ledger again',
                        one, current_user, one;
            end;
        end if;
    end loop;
end $$;

do $$
declare
    own constant text := current_schema();
    one record;
begin
    -- Two ledgers that start at once would stumble over each other.
    perform pg_advisory_xact_lock(x'747269616401'::bigint);
    for one in
        select * from (values
            -- Written once, and never changed.
            ('entry', 'select, insert'),
            ('chain_link', 'select, insert'),
            ('closing', 'select, insert'),
            ('rate', 'select, insert'),
            ('unit', 'select, insert'),
            ('account', 'select, insert'),
            ('source', 'select, insert'),
            ('usage_key', 'select, insert'),
            ('returned_before', 'select, insert'),
            ('book_account', 'select, insert'),
            -- Sums, places and states, that move on.
            ('balance', 'select, insert, update (debit, credit, postings)'),
            ('balance_day', 'select, insert, update (debit, credit, postings)'),
            ('balance_month', 'select, insert, update (debit, credit, postings)'),
            ('returned_line', 'select, insert, update (quantity, proportional_quantity, refunded, cost_reversed)'),
            ('intake_offset', 'select, insert, update (next_offset, chain_height, chain_hash, latest_event)'),
            ('suspense_chain', 'select, update (chain_height, chain_hash)'),
            ('reference_version', 'select, update (version)'),
            ('redating', 'select, insert, update (number)'),
            ('consolidation_group', 'select, insert, update (title)'),
            ('event_request', 'select, insert, update (acknowledged)'),
            -- What is kept while it is needed.
            ('suspense', 'select, insert, delete, update (state, reason, detail, waits_for, group_name, wanted, wanted_sale, source, event_id, event_type, event_time, digest, attempts)'),
            ('book', 'select, insert, delete, update (state, detail, run, redatings, entries_read, entries_total, started_at, finished_at)'),
            ('book_cursor', 'select, insert, delete, update (height)')
        ) as rights (relation, journal)
        cross join (select rolname as role from pg_roles where rolname in ('triad_journal', 'triad_reader')) as there
    loop
        execute format('revoke all on %I.%I from %I', own, one.relation, one.role);
        execute format('grant %s on %I.%I to %I',
            case one.role when 'triad_journal' then one.journal else 'select' end, own, one.relation, one.role);
    end loop;
    for one in select rolname as role from pg_roles where rolname in ('triad_journal', 'triad_reader') loop
        if not has_schema_privilege(one.role, own, 'usage') then
            execute format('grant usage on schema %I to %I', own, one.role);
        end if;
    end loop;
    if exists (select from pg_roles where rolname = 'triad_journal') then
        execute format('grant execute on function %1$I.make_book_table, %1$I.drop_book_table, %1$I.redate to triad_journal', own);
    end if;
    execute format('select %I.grant_book_table(id) from %I.book', own, own);
end $$;

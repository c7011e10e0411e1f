package dev.triad.ledger.book;

import dev.triad.events.Source;
import dev.triad.ledger.policy.ActualEntry;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.rate.RateBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the actual book as its table has it, with the ids of its accounts.
 *
 * @param position where its event's record stands in the log, as a number
 * @param hour of its accounting date, counted from 1970
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives for as long as it takes to derive another of it.
record ActualRow(
        long position,
        int revision,
        int hour,
        Rule rule,
        Source source,
        Integer[] accounts,
        Long[] amounts,
        PricedColumns.@Nullable Priced priced) {
    /** Of an entry {@code e}. */
    static final String SELECT =
            """
            select e.position, e.revision, floor(extract(epoch from e.booked_at) / 3600)::int as hour, e.rule,
                   s.name as source, e.accounts, e.amounts,
            """ + PricedColumns.COLUMNS + " from entry e join source s on s.id = e.source_id" + PricedColumns.JOINS;

    static ActualRow read(ResultSet rows) throws SQLException {
        return new ActualRow(
                rows.getLong("position"),
                rows.getInt("revision"),
                rows.getInt("hour"),
                Rule.byNumber(rows.getInt("rule")),
                Source.parse(rows.getString("source")),
                (Integer[]) rows.getArray("accounts").getArray(),
                (Long[]) rows.getArray("amounts").getArray(),
                PricedColumns.read(rows));
    }

    /** The entry with the names of its accounts and the rates that it cites. */
    ActualEntry entry(Map<Integer, String> names, RateBook rates) {
        List<Posting> postings = new ArrayList<>(accounts.length);
        for (int i = 0; i < accounts.length; i++) {
            String name = names.get(accounts[i]);
            if (name == null) {
                throw new IllegalStateException("an entry moves the account " + accounts[i] + ", which has no name");
            }
            postings.add(new Posting(name, amounts[i]));
        }
        return new ActualEntry(rule, source.unit(), postings, priced == null ? null : priced.of(source.group(), rates));
    }
}

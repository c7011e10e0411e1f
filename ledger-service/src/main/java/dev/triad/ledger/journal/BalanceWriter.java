package dev.triad.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Gathers what the postings of a batch add to the balances, an account and hour at a time, and writes it in one statement
 * a grain. All of a batch goes to one shard; rows are written in the order of their keys, so that two batches never wait
 * for each other in a circle.
 */
final class BalanceWriter {
    private static final Map<Grain, String> UPSERTS = new EnumMap<>(Grain.class);

    static {
        for (Grain grain : Grain.values()) {
            UPSERTS.put(grain, """
                    insert into %1$s as b (account_id, %2$s, shard, debit, credit, postings)
                    select account_id, to_timestamp(start * 3600::bigint), ?, debit, -negative_credit::numeric, postings
                    from %3$s""".formatted(grain.table(), grain.column(), SumArrays.MOVED) + grain.addToThere());
        }
    }

    private final Sums hours = new Sums();

    void add(int account, Instant time, long amount) {
        hours.add(account, Grain.hour(time), amount);
    }

    void write(Connection connection, int shard) throws SQLException {
        for (Grain grain : Grain.values()) {
            for (Sums.Rows rows : (grain == Grain.HOUR ? hours : hours.by(grain)).parts()) {
                write(connection, grain, shard, rows);
            }
        }
    }

    private static void write(Connection connection, Grain grain, int shard, Sums.Rows rows) throws SQLException {
        if (rows.keys().isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERTS.get(grain))) {
            upsert.setInt(1, shard);
            SumArrays.bind(upsert, 2, rows, IntUnaryOperator.identity());
            upsert.executeUpdate();
        }
    }
}

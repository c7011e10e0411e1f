package dev.triad.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;

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
                    from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                        as moved (account_id, start, debit, negative_credit, postings)""".formatted(grain.table(), grain.column()) + grain.addToThere());
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
        int size = rows.keys().size();
        if (size == 0) {
            return;
        }
        int[] accounts = new int[size];
        int[] starts = new int[size];
        long[] debits = new long[size];
        long[] negativeCredits = new long[size];
        long[] postings = new long[size];
        for (int i = 0; i < size; i++) {
            Sum sum = rows.sums().get(i);
            accounts[i] = Sums.account(rows.keys().get(i));
            starts[i] = Sums.start(rows.keys().get(i));
            debits[i] = sum.debit();
            negativeCredits[i] = sum.negativeCredit();
            postings[i] = sum.postings();
        }
        PGConnection arrays = connection.unwrap(PGConnection.class);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERTS.get(grain))) {
            upsert.setInt(1, shard);
            upsert.setArray(2, arrays.createArrayOf("int4", accounts));
            upsert.setArray(3, arrays.createArrayOf("int4", starts));
            upsert.setArray(4, arrays.createArrayOf("int8", debits));
            upsert.setArray(5, arrays.createArrayOf("int8", negativeCredits));
            upsert.setArray(6, arrays.createArrayOf("int8", postings));
            upsert.executeUpdate();
        }
    }
}

package dev.triad.ledger.journal;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Gathers what the postings of a batch add to the balances, an account and hour at a time, and writes it in
 * one statement. All of a batch goes to one shard; rows are written in the order of their keys, so that two
 * batches never wait for each other in a circle.
 */
final class BalanceWriter {
    private static final String UPSERT = """
            insert into balance as b (account_id, hour, shard, debit, credit, postings)
            select account_id, to_timestamp(hour * 3600), ?, debit, -negative_credit::numeric, postings
            from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as moved (account_id, hour, debit, negative_credit, postings)
            on conflict (account_id, hour, shard) do update
            set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                postings = b.postings + excluded.postings""";

    private static final int SECONDS_AN_HOUR = 3_600;

    private final LongObjectHashMap<Sum> sums = new LongObjectHashMap<>();
    /** Sums that are full, apart from those that go on in their place. */
    private final List<LongObjectHashMap<Sum>> full = new ArrayList<>();

    void add(int account, Instant time, long amount) {
        long key = key(account, Math.floorDiv(time.getEpochSecond(), SECONDS_AN_HOUR));
        Sum sum = sums.get(key);
        if (sum == null) {
            sum = new Sum();
            sums.put(key, sum);
        }
        if (!sum.add(amount)) {
            LongObjectHashMap<Sum> alone = new LongObjectHashMap<>();
            alone.put(key, sum);
            full.add(alone);
            Sum next = new Sum();
            next.add(amount);
            sums.put(key, next);
        }
    }

    void write(Connection connection, int shard) throws SQLException {
        write(connection, shard, sums);
        for (LongObjectHashMap<Sum> alone : full) {
            write(connection, shard, alone);
        }
    }

    private static void write(Connection connection, int shard, LongObjectHashMap<Sum> sums) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        long[] keys = sums.keys().toArray();
        Arrays.sort(keys);
        int[] accounts = new int[keys.length];
        long[] hours = new long[keys.length];
        long[] debits = new long[keys.length];
        long[] negativeCredits = new long[keys.length];
        long[] postings = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Sum sum = sums.get(keys[i]);
            accounts[i] = (int) (keys[i] >> Integer.SIZE);
            hours[i] = (int) keys[i];
            debits[i] = sum.debit();
            negativeCredits[i] = sum.negativeCredit();
            postings[i] = sum.postings();
        }
        PGConnection arrays = connection.unwrap(PGConnection.class);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setInt(1, shard);
            upsert.setArray(2, arrays.createArrayOf("int4", accounts));
            upsert.setArray(3, arrays.createArrayOf("int8", hours));
            upsert.setArray(4, arrays.createArrayOf("int8", debits));
            upsert.setArray(5, arrays.createArrayOf("int8", negativeCredits));
            upsert.setArray(6, arrays.createArrayOf("int8", postings));
            upsert.executeUpdate();
        }
    }

    private static long key(int account, long hour) {
        return (long) account << Integer.SIZE | Math.toIntExact(hour) & 0xFFFF_FFFFL;
    }
}

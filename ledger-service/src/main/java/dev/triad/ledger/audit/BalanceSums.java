package dev.triad.ledger.audit;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the balances must be, an account and hour at a time: some 50 bytes each, however many postings they have. Sums
 * that do not fit 64 bits go on beside.
 */
final class BalanceSums {
    private static final int MICROS_A_SECOND = 1_000_000;
    private static final long MICROS_AN_HOUR = 3_600L * MICROS_A_SECOND;
    private static final int INITIAL = 1 << 10;

    /** Debits and credits, both as amounts that are not negative, and how many postings they have. */
    record Sum(BigInteger debit, BigInteger credit, long postings) {
        static final Sum NONE = new Sum(BigInteger.ZERO, BigInteger.ZERO, 0);

        /** Three columns from a first one on; where there is no row, nothing. */
        static Sum read(ResultSet rows, int first) throws SQLException {
            BigDecimal debit = rows.getBigDecimal(first);
            return debit == null
                    ? NONE
                    : new Sum(
                            debit.toBigInteger(),
                            rows.getBigDecimal(first + 1).toBigInteger(),
                            rows.getLong(first + 2));
        }

        boolean isNothing() {
            return postings == 0 && debit.signum() == 0 && credit.signum() == 0;
        }

        @Override
        public String toString() {
            return "debit " + debit + ", credit " + credit + ", " + postings + " postings";
        }
    }

    private final LongIntHashMap slots = new LongIntHashMap();
    private long[] debits = new long[INITIAL];
    private long[] credits = new long[INITIAL];
    private long[] postings = new long[INITIAL];
    private final Map<Integer, Sum> full = new HashMap<>();
    private int size;

    static long hour(long micros) {
        return Math.floorDiv(micros, MICROS_AN_HOUR);
    }

    void add(int account, long micros, long amount) {
        int slot = slot(account, hour(micros));
        postings[slot]++;
        // A credit is kept as the negative that it is: every long has its place there.
        long[] side = amount > 0 ? debits : credits;
        long sum = side[slot] + amount;
        if (((side[slot] ^ sum) & (amount ^ sum)) < 0) {
            spill(slot);
            sum = amount;
        }
        side[slot] = sum;
    }

    private void spill(int slot) {
        Sum more = new Sum(
                BigInteger.valueOf(debits[slot]),
                BigInteger.valueOf(credits[slot]).negate(),
                0);
        full.merge(
                slot, more, (a, b) -> new Sum(a.debit.add(b.debit), a.credit.add(b.credit), a.postings + b.postings));
        debits[slot] = 0;
        credits[slot] = 0;
    }

    private int slot(int account, long hour) {
        long key = key(account, hour);
        int index = slots.indexOf(key);
        if (slots.indexExists(index)) {
            return slots.indexGet(index);
        }
        if (size == debits.length) {
            debits = Arrays.copyOf(debits, 2 * size);
            credits = Arrays.copyOf(credits, 2 * size);
            postings = Arrays.copyOf(postings, 2 * size);
        }
        slots.indexInsert(index, key, size);
        return size++;
    }

    /** The sum of an account and hour, once: what is not taken is left at the end. */
    Sum take(int account, long hour) {
        int index = slots.indexOf(key(account, hour));
        if (!slots.indexExists(index)) {
            return Sum.NONE;
        }
        int slot = slots.indexGet(index);
        Sum sum = sum(slot);
        debits[slot] = 0;
        credits[slot] = 0;
        postings[slot] = 0;
        full.remove(slot);
        return sum;
    }

    private Sum sum(int slot) {
        Sum more = full.getOrDefault(slot, Sum.NONE);
        return new Sum(
                more.debit().add(BigInteger.valueOf(debits[slot])),
                more.credit().subtract(BigInteger.valueOf(credits[slot])),
                postings[slot]);
    }

    /** Takes what is left. */
    interface Left {
        void take(int account, long hour, Sum sum);
    }

    void left(Left taker) {
        for (LongIntCursor cell : slots) {
            Sum sum = sum(cell.value);
            if (!sum.isNothing()) {
                taker.take((int) (cell.key >> Integer.SIZE), (int) cell.key, sum);
            }
        }
    }

    private static long key(int account, long hour) {
        return (long) account << Integer.SIZE | Math.toIntExact(hour) & 0xFFFF_FFFFL;
    }
}

package dev.triad.ledger.journal;

import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.LongObjectCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a batch adds to the balances of one grain, by account and the hour in which a span begins. */
public final class Sums {
    /** Rows for one statement, in the order of their keys. */
    public record Rows(List<Long> keys, List<Sum> sums) {}

    private final LongObjectHashMap<Sum> open = new LongObjectHashMap<>();
    /** Sums that are full, apart from those that go on in their place: a statement cannot write one row twice. */
    private final List<Rows> full = new ArrayList<>();

    public void add(int account, int start, long amount) {
        long key = key(account, start);
        Sum sum = of(key);
        if (!sum.add(amount)) {
            anew(key, sum).add(amount);
        }
    }

    /** The same by a coarser grain. */
    Sums by(Grain grain) {
        Sums coarser = new Sums();
        for (LongObjectCursor<Sum> hour : open) {
            coarser.add(grain, hour.key, hour.value);
        }
        for (Rows rows : full) {
            coarser.add(grain, rows.keys().getFirst(), rows.sums().getFirst());
        }
        return coarser;
    }

    private void add(Grain grain, long hourKey, Sum more) {
        long key = key(account(hourKey), grain.floor(start(hourKey)));
        Sum sum = of(key);
        if (!sum.add(more)) {
            anew(key, sum).add(more);
        }
    }

    private Sum of(long key) {
        Sum sum = open.get(key);
        if (sum == null) {
            sum = new Sum();
            open.put(key, sum);
        }
        return sum;
    }

    private Sum anew(long key, Sum sum) {
        full.add(new Rows(List.of(key), List.of(sum)));
        Sum next = new Sum();
        open.put(key, next);
        return next;
    }

    /** All of it, each part for a statement of its own: one, but for sums that are full. */
    public List<Rows> parts() {
        long[] sorted = open.keys().toArray();
        Arrays.sort(sorted);
        List<Long> keys = new ArrayList<>(sorted.length);
        List<Sum> sums = new ArrayList<>(sorted.length);
        for (long key : sorted) {
            keys.add(key);
            sums.add(open.get(key));
        }
        List<Rows> parts = new ArrayList<>(full);
        parts.add(new Rows(keys, sums));
        return parts;
    }

    public static int account(long key) {
        return (int) (key >> Integer.SIZE);
    }

    public static int start(long key) {
        return (int) key;
    }

    private static long key(int account, int start) {
        return (long) account << Integer.SIZE | start & 0xFFFF_FFFFL;
    }
}

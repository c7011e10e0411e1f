package dev.triad.cli.faults;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the exported journal adds up to, read line by line. */
final class Journal {
    private static final int ENTRY = 1;
    private static final int SOURCE = 3;
    private static final int EVENT = 4;
    private static final int ACCOUNT = 5;
    private static final int AMOUNT = 6;
    private static final int FIELDS = 9;

    private final int scale;
    private final Map<String, Integer> entries = new HashMap<>();
    private final SortedMap<String, BigInteger> balances = new TreeMap<>();
    private String lastEntry = "";

    /** @param scale the decimals of the group's asset */
    Journal(int scale) {
        this.scale = scale;
    }

    /** Takes in a line of the export as CSV: time, entry, rule, source, event, account, amount, currency, occurred. */
    void read(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("no line of a journal: " + line);
        }
        BigInteger amount = new BigDecimal(fields[AMOUNT]).movePointRight(scale).toBigIntegerExact();
        balances.merge(fields[ACCOUNT], amount, BigInteger::add);
        if (!fields[ENTRY].equals(lastEntry)) {
            lastEntry = fields[ENTRY];
            // A repricing has a revision in its name, and belongs to an entry that has been counted.
            if (lastEntry.indexOf('.') < 0) {
                entries.merge(fields[SOURCE] + "/" + fields[EVENT], 1, Integer::sum);
            }
        }
    }

    /** How many events have more than one entry that is no repricing, each counted once a surplus entry. */
    long doubled() {
        return entries.values().stream().mapToLong(count -> count - 1).sum();
    }

    /** The sums of the postings, by account. */
    SortedMap<String, BigInteger> balances() {
        return balances;
    }
}

package dev.triad.cli.workload;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The books that the generator keeps of what it sends: plain additions of whole millionths of the currency, which
 * every price, cost and share in the stream comes to, so that no rounding is needed to know the right balances.
 */
final class Tally {
    /** How many decimals a millionth has. */
    static final int MICROS_SCALE = 6;

    /** An account and what was moved to it, in millionths. */
    static final class Account {
        private final String name;
        private long micros;
        private boolean posted;

        private Account(String name) {
            this.name = name;
        }
    }

    private final Map<String, Account> accounts = new HashMap<>();
    private Account[] moved = new Account[16];
    private long[] amounts = new long[16];
    private int size;
    private long postings;

    /** The account of that name; the same one for the same name. */
    Account account(String name) {
        return accounts.computeIfAbsent(name, Account::new);
    }

    /** Debits one account and credits another, within the entry that is being kept. */
    void move(Account debit, Account credit, long micros) {
        add(debit, micros);
        add(credit, -micros);
    }

    /** Ends an entry: an account that it moved counts as one posting, and none when it came back to where it was. */
    void endEntry() {
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                moved[i].micros = Math.addExact(moved[i].micros, amounts[i]);
                moved[i].posted = true;
                postings++;
            }
        }
        size = 0;
    }

    long postings() {
        return postings;
    }

    /** The balances of the accounts that something was posted to, in units of that many decimals. */
    SortedMap<String, BigInteger> balances(int scale) {
        BigInteger unitsAMicro = BigInteger.TEN.pow(scale - MICROS_SCALE);
        SortedMap<String, BigInteger> balances = new TreeMap<>();
        for (Account account : accounts.values()) {
            if (account.posted) {
                balances.put(account.name, BigInteger.valueOf(account.micros).multiply(unitsAMicro));
            }
        }
        return balances;
    }

    private void add(Account account, long micros) {
        for (int i = 0; i < size; i++) {
            if (moved[i] == account) {
                amounts[i] += micros;
                return;
            }
        }
        if (size == moved.length) {
            moved = Arrays.copyOf(moved, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        moved[size] = account;
        amounts[size] = micros;
        size++;
    }
}

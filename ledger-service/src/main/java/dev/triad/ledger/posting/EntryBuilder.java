package dev.triad.ledger.posting;

import java.util.Arrays;
import java.util.List;

/**
 * Collects pairs of postings; what it builds is balanced because it can only be given pairs. An entry has
 * few accounts, so they are looked for one after the other.
 */
final class EntryBuilder {
    private static final int USUAL_ACCOUNTS = 8;

    private String[] accounts = new String[USUAL_ACCOUNTS];
    private long[] amounts = new long[USUAL_ACCOUNTS];
    private int size;

    /** Debits one account and credits another; a negative amount does the reverse, zero does nothing. */
    EntryBuilder pair(String debit, String credit, long amount) {
        if (amount != 0) {
            add(debit, amount);
            add(credit, Math.negateExact(amount));
        }
        return this;
    }

    private void add(String account, long amount) {
        for (int i = 0; i < size; i++) {
            if (accounts[i].equals(account)) {
                amounts[i] = Math.addExact(amounts[i], amount);
                return;
            }
        }
        if (size == accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        accounts[size] = account;
        amounts[size++] = amount;
    }

    Entry build(Rule rule) {
        Posting[] postings = new Posting[size];
        int moved = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                postings[moved++] = new Posting(accounts[i], amounts[i]);
            }
        }
        return new Entry(rule, List.of(moved == size ? postings : Arrays.copyOf(postings, moved)));
    }
}

package dev.triad.ledger.posting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects pairs of postings; what it builds is balanced because it can only be given pairs. An entry has
 * few accounts, so they are looked for one after the other.
 */
final class EntryBuilder {
    private static final int USUAL_ACCOUNTS = 8;

    private String[] accounts = new String[USUAL_ACCOUNTS];
    private long[] amounts = new long[USUAL_ACCOUNTS];
    private int size;
    private final @Nullable Reasons reasons;

    EntryBuilder() {
        this(null);
    }

    private EntryBuilder(@Nullable Reasons reasons) {
        this.reasons = reasons;
    }

    /** One that keeps why each pair was posted; every pair must then be followed by its reason. */
    static EntryBuilder explaining() {
        return new EntryBuilder(new Reasons());
    }

    /** Whether every pair is to be followed by its reason. */
    boolean isExplaining() {
        return reasons != null;
    }

    /** Says how the amount of the last pair came to be; only when it is asked for. */
    EntryBuilder why(@Nullable Derivation derivation) {
        if (reasons != null) {
            reasons.why(Objects.requireNonNull(derivation));
        }
        return this;
    }

    /** Debits one account and credits another; a negative amount does the reverse, zero does nothing. */
    EntryBuilder pair(String debit, String credit, long amount) {
        if (reasons != null) {
            reasons.pair(debit, credit, amount);
        }
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

    Explained explained(Rule rule) {
        return new Explained(build(rule), reasons == null ? Map.of() : reasons.byAccount());
    }
}

package dev.triad.ledger.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps for each account of an entry why it moved; only there when someone asked for an explanation. */
final class Reasons {
    private final Map<String, List<Explained.Reason>> byAccount = new LinkedHashMap<>();
    private @Nullable Pair open;

    private record Pair(String debit, String credit, long amount) {}

    void pair(String debit, String credit, long amount) {
        requireExplained();
        open = new Pair(debit, credit, amount);
    }

    /** Explains the pair that was posted last. */
    void why(Derivation derivation) {
        Pair pair = open;
        if (pair == null || derivation.amount() != pair.amount()) {
            throw new IllegalStateException("the derivation " + derivation + " is not that of " + pair);
        }
        open = null;
        add(pair.debit(), false, derivation);
        add(pair.credit(), true, derivation);
    }

    private void add(String account, boolean credit, Derivation derivation) {
        if (derivation.amount() != 0) {
            byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Explained.Reason(credit, derivation));
        }
    }

    Map<String, List<Explained.Reason>> byAccount() {
        requireExplained();
        return byAccount;
    }

    private void requireExplained() {
        if (open != null) {
            throw new IllegalStateException("no reason was given for " + open);
        }
    }
}

package dev.triad.ledger.posting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry with its reasons.
 *
 * @param entry as it is posted
 * @param reasons by account, in the order in which they moved it; those of an account sum to its posting
 */
public record Explained(Entry entry, Map<String, List<Reason>> reasons) {
    public Explained {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * A part of a posting.
     *
     * @param credit whether the account is credited with what the derivation comes to
     */
    public record Reason(boolean credit, Derivation derivation) {
        /** What it adds to the posting, in the smallest unit. */
        public long amount() {
            return credit ? Math.negateExact(derivation.amount()) : derivation.amount();
        }
    }
}

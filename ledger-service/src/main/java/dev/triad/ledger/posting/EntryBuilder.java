package dev.triad.ledger.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects pairs of postings; what it builds is balanced because it can only be given pairs. */
final class EntryBuilder {
    private final Map<String, Long> amounts = new LinkedHashMap<>();

    /** Debits one account and credits another; a negative amount does the reverse, zero does nothing. */
    EntryBuilder pair(String debit, String credit, long amount) {
        if (amount != 0) {
            amounts.merge(debit, amount, Math::addExact);
            amounts.merge(credit, Math.negateExact(amount), Math::addExact);
        }
        return this;
    }

    Entry build(Rule rule) {
        List<Posting> postings = new ArrayList<>(amounts.size());
        amounts.forEach((account, amount) -> {
            if (amount != 0) {
                postings.add(new Posting(account, amount));
            }
        });
        return new Entry(rule, postings);
    }
}

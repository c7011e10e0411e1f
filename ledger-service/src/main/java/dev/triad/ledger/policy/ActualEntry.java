package dev.triad.ledger.policy;

import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the actual book, as far as another book is made of it.
 *
 * @param unit the unit whose event it posts
 * @param priced the usage that a rate priced, when one did
 */
public record ActualEntry(
        Rule rule,
        String unit,
        List<Posting> postings,
        @Nullable Priced priced) {
    public ActualEntry {
        postings = List.copyOf(postings);
    }

    /**
     * A usage that a rate priced.
     *
     * @param rate the rate that the entry cites
     * @param before the rate that the revision before it cites; null for a usage's own entry
     */
    public record Priced(
            Usage usage,
            BigDecimal quantity,
            Rate rate,
            @Nullable Rate before) {}
}

package dev.triad.ledger.posting;

import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The usages on the books that a rate priced. */
public interface PricedUsages {
    /** Gives those of a resource to an action, one after the other, with their times in a span whose end may be open. */
    void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action);
}

package dev.triad.ledger.posting;

import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What posting a batch needs to know of what is on the books, read within the batch's transaction. */
public interface LedgerView {
    Reference reference();

    /** The digests of those of the events that are on the books or in suspense. */
    Map<EventKey, UUID> known(Collection<EventKey> events);

    /** Those of the events that are on the books, locked against other returns until the batch is done. */
    Map<EventKey, SaleOnFile> sales(Set<EventKey> events);

    /** The usages of a resource that a rate priced, with their times in a span whose end may be open. */
    List<PostedUsage> usages(RateKey key, Instant from, @Nullable Instant until);
}

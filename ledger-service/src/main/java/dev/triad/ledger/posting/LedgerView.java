package dev.triad.ledger.posting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What posting a batch needs to know of what is on the books, read within the batch's transaction. */
public interface LedgerView extends PostedBooks {
    Reference reference();

    /** The digests of those of the events that are on the books or in suspense. */
    Map<EventKey, UUID> known(List<Received.Decoded> events);

    /** Those of the events that are on the books, locked against other returns until the batch is done. */
    Map<EventKey, SaleOnFile> sales(Set<EventKey> events);
}

package dev.triad.ledger.audit;

import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.posting.LogPlace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the books hold it.
 *
 * @param chained what the chain holds of it
 * @param usageKey the id of the usage that a rate priced, or 0
 * @param quantity how much of it
 * @param saleHash the hash of a sale's data
 * @param bookedMicros its accounting date, in microseconds since 1970
 */
record BookEntry(
        ChainedEntry chained,
        int usageKey,
        @Nullable BigDecimal quantity,
        @Nullable Hash saleHash,
        long bookedMicros) {
    long position() {
        return chained.position();
    }

    int revision() {
        return chained.revision();
    }

    String name() {
        return name(position(), revision());
    }

    static String name(long position, int revision) {
        String place = LogPlace.position(position).toString();
        return revision == 0 ? place : place + "." + revision;
    }
}

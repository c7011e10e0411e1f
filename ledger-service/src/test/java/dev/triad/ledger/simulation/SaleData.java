package dev.triad.ledger.simulation;

import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.SaleRecorded;
import dev.triad.ledger.posting.Posted;
import org.jspecify.annotations.Nullable;

/** Reads the data of a sale back from its entry. */
final class SaleData {
    private static final EventCodec CODEC = new EventCodec();

    private SaleData() {}

    static @Nullable SaleRecorded of(Posted posted) {
        return posted.sale() == null ? null : (SaleRecorded) CODEC.decode(EventType.SALE_RECORDED, posted.sale());
    }
}

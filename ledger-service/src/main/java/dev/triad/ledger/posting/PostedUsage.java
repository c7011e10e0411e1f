package dev.triad.ledger.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A usage that is on the books at a rate.
 *
 * @param lastRevision the highest revision of its entries
 */
public record PostedUsage(
        EventKey event,
        RecordPosition position,
        UUID digest,
        Instant time,
        int lastRevision,
        Usage usage,
        BigDecimal quantity) {}

package dev.triad.ledger.rate;

import dev.triad.events.EventIds;
import dev.triad.events.RatePublished;
import dev.triad.events.TransferPriceMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One publication of a rate.
 *
 * @param prices what was published
 * @param publishedAt the {@code ce_time} of the publication
 * @param eventId its {@code ce_id}
 * @param place where it stands in the log, as a number; {@link #NOT_IN_THE_LOG} for one that nobody has published
 */
public record Rate(RatePublished prices, Instant publishedAt, UUID eventId, long place) {
    /** After all places that there are. */
    public static final long NOT_IN_THE_LOG = Long.MAX_VALUE;

    /** Of two publications for the same moment the later published, then the greater id, corrects the other. */
    public static final Comparator<Rate> BY_PUBLICATION =
            Comparator.comparing(Rate::publishedAt).thenComparing(Rate::eventId, EventIds.ORDER);

    public Instant effectiveFrom() {
        return prices.effectiveFrom();
    }

    /** The price of one between units of the group. */
    public BigDecimal transferPrice(TransferPriceMethod method) {
        return switch (method) {
            case FREE -> BigDecimal.ZERO;
            case MARGINAL -> prices.marginalCost();
            case FULL_COST -> prices.fullCost();
            case LIST -> prices.list();
        };
    }
}

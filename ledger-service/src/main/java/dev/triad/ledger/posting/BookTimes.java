package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.RatePublished;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The books keep time to the microsecond. What an event says more finely is cut off before anything rests on it, so
 * that a moment is the same in memory and read back, and a usage at the edge of two rates is priced by the same one
 * whenever it is priced.
 */
public final class BookTimes {
    private static final int NANOS_A_MICROSECOND = 1_000;

    private BookTimes() {}

    /** The event as the books take it; itself, as a rule. */
    public static CloudEvent cut(CloudEvent event) {
        if (event.data() instanceof RatePublished rate && isTooFine(rate.effectiveFrom())) {
            return with(event, rateFrom(rate, cut(rate.effectiveFrom())));
        }
        return isTooFine(event.time()) ? with(event, event.data()) : event;
    }

    private static CloudEvent with(CloudEvent event, Event data) {
        return new CloudEvent(
                event.id(), event.source(), event.subject(), cut(event.time()), event.idempotencyKey(), data);
    }

    private static RatePublished rateFrom(RatePublished rate, Instant from) {
        return new RatePublished(
                rate.provider(),
                rate.resource(),
                rate.unitOfMeasure(),
                rate.list(),
                rate.marginalCost(),
                rate.fullCost(),
                from);
    }

    private static boolean isTooFine(Instant time) {
        return time.getNano() % NANOS_A_MICROSECOND != 0;
    }

    private static Instant cut(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.triad.ledger.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the chain holds of an entry. What is not here (a usage's quantity, a sale's data) follows from the event, which
 * the digest holds.
 *
 * @param position the place of the event's record in the log, as one number
 * @param revision 0 for the event's own entry, more for each repricing
 * @param rule the number of the rule that made it
 * @param event the event's id
 * @param source the id of the event's source
 * @param group the id of the group
 * @param digest what the event says
 * @param timeMicros when it happened, in microseconds since 1970
 * @param rateFromMicros since when the cited rate is in effect; 0 when none is cited
 * @param rateEvent the event that published the cited rate
 * @param accounts the ids of the accounts
 * @param amounts as many, in the smallest unit
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives for as long as it takes to hash it.
public record ChainedEntry(
        long position,
        int revision,
        int rule,
        UUID event,
        int source,
        int group,
        UUID digest,
        long timeMicros,
        long rateFromMicros,
        @Nullable UUID rateEvent,
        int[] accounts,
        long[] amounts) {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    /** A time as the books keep it: what is finer than a microsecond is cut off. */
    public static long micros(Instant time) {
        return Math.multiplyExact(time.getEpochSecond(), MICROS_A_SECOND) + time.getNano() / NANOS_A_MICRO;
    }
}

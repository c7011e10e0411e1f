package dev.triad.ledger.posting;

import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry and what it rests on.
 *
 * @param event the event that it posts
 * @param group the group whose accounts it moves
 * @param position the record of the event
 * @param revision 0 for the event's own entry, more for each repricing
 * @param digest what the event says
 * @param time when it happened
 * @param bookedAt its accounting date: when it happened, or later when that was closed
 * @param entry the postings
 * @param usage the usage that a rate priced, when one did
 * @param sale the data of a sale as it stood on the record, for its returns
 * @param cause the event in full with its record, when it is at hand
 */
@SuppressWarnings("ArrayRecordComponent")
public record Posted(
        EventKey event,
        String group,
        RecordPosition position,
        int revision,
        UUID digest,
        Instant time,
        Instant bookedAt,
        Entry entry,
        @Nullable RatedUsage usage,
        byte @Nullable [] sale,
        Received.@Nullable Decoded cause) {

    /** The name of the entry: its record's position, and the revision of a repricing. */
    public String name() {
        return name(revision);
    }

    /** The name of the entry that a repricing corrects: the revision before its own. */
    public String correctedName() {
        return name(revision - 1);
    }

    private String name(int number) {
        return number == 0 ? position.toString() : position + "." + number;
    }

    /**
     * A usage priced by a rate.
     *
     * @param rate the rate in effect
     */
    public record RatedUsage(Usage usage, BigDecimal quantity, Rate rate) {}
}

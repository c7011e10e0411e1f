package dev.triad.cli.bench;

import java.util.List;

/**
 * How the cost of an event grows with the books, from one long drain.
 *
 * @param bytesPerEvent what the database takes on the disk at the end, for each event
 */
public record GrowthReport(long records, double bytesPerEvent, List<Slice> slices) {
    /**
     * A part of the drain.
     *
     * @param recordsBefore how many records were on the books before it
     * @param processorSecondsPerMillionEvents of broker, database and ledger together
     */
    public record Slice(long recordsBefore, double eventsPerSecond, double processorSecondsPerMillionEvents) {}
}

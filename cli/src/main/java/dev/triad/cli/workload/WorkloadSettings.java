package dev.triad.cli.workload;

import java.time.Duration;
import java.time.Instant;

/**
 * What is generated: equal settings, equal records.
 *
 * @param group the group that trades, a {@linkplain dev.triad.events.Names#isName name}
 * @param seed decides everything that is left to chance
 * @param records how many records the stream has, duplicates included, {@value #RECORDS_LEAST} or more
 * @param from when the trade begins
 * @param span how long it goes on; the records are spread over it evenly
 */
public record WorkloadSettings(String group, long seed, long records, Instant from, Duration span) {
    /** A stream is long enough to hold the declaration, the rates and some trade. */
    public static final long RECORDS_LEAST = 100;

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration QUARTER = Duration.ofDays(90);

    public WorkloadSettings {
        if (records < RECORDS_LEAST) {
            throw new IllegalArgumentException("a workload has at least " + RECORDS_LEAST + " records, not " + records);
        }
        if (!span.isPositive()) {
            throw new IllegalArgumentException("the trade must take some time");
        }
    }

    /** A quarter of the group {@code amazon}. */
    public static WorkloadSettings amazon(long seed, long records) {
        return quarter("amazon", seed, records);
    }

    /** A quarter of a group. */
    public static WorkloadSettings quarter(String group, long seed, long records) {
        return new WorkloadSettings(group, seed, records, NEW_YEAR, QUARTER);
    }
}

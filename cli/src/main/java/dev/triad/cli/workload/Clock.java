package dev.triad.cli.workload;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * When things happen: the records are spread over the span evenly, each up to an hour and a half off, and some come
 * late by up to two weeks.
 */
final class Clock {
    private static final Duration JITTER = Duration.ofMinutes(90);
    private static final Duration LATEST = Duration.ofDays(14);
    private static final int LATE_IN_TEN_THOUSAND = 200;

    private final WorkloadSettings settings;
    private final Chance chance;
    private final BigInteger spanMillis;

    Clock(WorkloadSettings settings, Chance chance) {
        this.settings = settings;
        this.chance = chance;
        this.spanMillis = BigInteger.valueOf(settings.span().toMillis());
    }

    /** The time of the event that is the n-th record of the stream. */
    Instant at(long n) {
        long even = spanMillis
                .multiply(BigInteger.valueOf(n))
                .divide(BigInteger.valueOf(settings.records()))
                .longValueExact();
        long millis = even - JITTER.toMillis() + chance.below(2 * JITTER.toMillis());
        if (chance.inTenThousand(LATE_IN_TEN_THOUSAND)) {
            millis -= chance.below(LATEST.toMillis());
        }
        return settings.from().plusMillis(Math.max(0, millis));
    }
}

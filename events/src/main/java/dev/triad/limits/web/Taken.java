package dev.triad.limits.web;

import dev.triad.limits.Allowance;
import java.util.concurrent.TimeUnit;

/**
 * What became of one request's part in an allowance.
 *
 * @param isGranted whether there was one left
 * @param remaining how many more there are now
 * @param retryNanos after which time there is one again
 * @param resetNanos after which time there are all again
 */
record Taken(Allowance allowance, boolean isGranted, long remaining, long retryNanos, long resetNanos) {
    private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The policy as draft-ietf-httpapi-ratelimit-headers has it: a quota, and the seconds in which it comes back. */
    String policy() {
        return "\"requests\";q=%d;w=%d"
                .formatted(allowance.burst(), allowance.refill().toSeconds());
    }

    /** What is left of it, and in how many seconds it is whole again. */
    String state() {
        return "\"requests\";r=%d;t=%d".formatted(remaining, Math.ceilDiv(resetNanos, NANOS_A_SECOND));
    }

    /** In how many seconds it is worth asking again. */
    long retrySeconds() {
        return Math.max(1, Math.ceilDiv(retryNanos, NANOS_A_SECOND));
    }
}

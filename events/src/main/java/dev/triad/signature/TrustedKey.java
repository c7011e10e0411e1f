package dev.triad.signature;

import org.jspecify.annotations.Nullable;

/**
 * A key by which a producer is known.
 *
 * @param until how far in the log it counts; null while it counts without end
 */
public record TrustedKey(SigningKey key, @Nullable LogCut until) {
    public static TrustedKey current(SigningKey key) {
        return new TrustedKey(key, null);
    }

    boolean isValidAt(String topic, int partition, long offset) {
        return until == null || until.isAfter(topic, partition, offset);
    }
}

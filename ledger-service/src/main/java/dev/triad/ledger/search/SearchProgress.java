package dev.triad.ledger.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a search is.
 *
 * @param scanned how many entries were read
 * @param matched how many of them were found
 * @param cursor after which it goes on; null at the beginning
 * @param first the first accounting date in the span
 * @param last the last
 */
record SearchProgress(
        long scanned,
        int matched,
        @Nullable SearchCursor cursor,
        @Nullable Instant first,
        @Nullable Instant last) {
    /** The accounting date that it has reached. */
    @Nullable
    Instant at() {
        return cursor == null ? null : cursor.time();
    }

    /** The cursor as text. */
    @Nullable
    String next() {
        return cursor == null ? null : cursor.toString();
    }
}

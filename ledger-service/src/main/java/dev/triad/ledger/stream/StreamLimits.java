package dev.triad.ledger.stream;

import java.time.Duration;

/** What the stream is bounded by. */
final class StreamLimits {
    /** The most entries that the window holds. */
    static final int WINDOW_ENTRIES = 20_000;

    /** About the most memory that they hold. */
    static final long WINDOW_BYTES = 64L << 20;

    /** How long the window is kept when nobody reads: whoever comes back within that time goes on where they were. */
    static final Duration WINDOW_IDLE = Duration.ofMinutes(5);

    /** The most entries that wait for the feed, which takes them from the journal. */
    static final int HANDED_OVER = 20_000;

    /** The most readers at once. */
    static final int READERS = 500;

    /** The most entries that one reader is sent in a second. */
    static final int PER_SECOND_EACH = 10_000;

    /** The most that all readers are sent together: their connections live on the processors that post. */
    static final int PER_SECOND_ALL = 50_000;

    private StreamLimits() {}

    /** What one of so many readers may be sent in a second. */
    static int perSecond(int readers) {
        return Math.min(PER_SECOND_EACH, PER_SECOND_ALL / Math.max(1, readers));
    }
}

package dev.triad.ledger.stream;

import org.jspecify.annotations.Nullable;

/** What the stream says beside the entries, as JSON. */
sealed interface StreamMessage {
    /** The name of the event. */
    String event();

    /**
     * The first event.
     *
     * @param oldest the oldest entry that the window holds, if it holds any
     * @param newest the newest entry that was posted
     * @param resumed whether the stream goes on where the reader was
     */
    record Hello(
            String epoch,
            @Nullable String oldest,
            String newest,
            boolean resumed,
            @Nullable Integer maxPerSecond,
            Limits limits)
            implements StreamMessage {
        @Override
        public String event() {
            return "hello";
        }
    }

    /** See {@link StreamLimits}. */
    record Limits(
            int windowEntries,
            long windowBytes,
            long windowIdleSeconds,
            int readers,
            int perSecondEach,
            int perSecondAll) {
        static final Limits ALL = new Limits(
                StreamLimits.WINDOW_ENTRIES,
                StreamLimits.WINDOW_BYTES,
                StreamLimits.WINDOW_IDLE.toSeconds(),
                StreamLimits.READERS,
                StreamLimits.PER_SECOND_EACH,
                StreamLimits.PER_SECOND_ALL);
    }

    /**
     * What came of the entries since the connection began.
     *
     * @param matched those that the filter let through and that were dealt with: sent and skipped together
     * @param waiting those that it let through and that are not dealt with yet
     * @param unseen those that were never held against the filter; null for who does not see all groups
     * @param perSecond how many it let through in a second, since the last counts
     */
    record Counts(
            long matched,
            long sent,
            long skipped,
            int waiting,
            @Nullable Long unseen,
            double perSecond) implements StreamMessage {
        @Override
        public String event() {
            return "counts";
        }
    }

    /**
     * Entries that the reader is not shown.
     *
     * @param missed how many, of any kind; null when nobody knows, or when not everybody may
     * @param after the last one that the reader had seen, when it asked to go on after it
     * @param resumesAfter the one after which the stream goes on then
     */
    record Gap(
            String reason,
            @Nullable Long missed,
            @Nullable String after,
            @Nullable String resumesAfter) implements StreamMessage {
        @Override
        public String event() {
            return "gap";
        }
    }
}

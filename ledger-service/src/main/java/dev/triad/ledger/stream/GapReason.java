package dev.triad.ledger.stream;

import java.util.Locale;

/** Why a reader was not shown entries. */
enum GapReason {
    /** What followed the last one that the reader has seen is not in the window any more. */
    WINDOW,
    /** The reader has last seen another run of the ledger, or another replica. */
    EPOCH,
    /** More was posted than the feed could take from the journal. */
    OVERRUN,
    /** A rate priced more usages anew than the stream shows. */
    REPRICING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

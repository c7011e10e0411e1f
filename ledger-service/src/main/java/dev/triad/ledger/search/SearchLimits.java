package dev.triad.ledger.search;

import java.time.Duration;

/** What a search is bounded by. */
final class SearchLimits {
    /** The most searches at once; each holds a consumer of the log, and a connection to the database now and then. */
    static final int AT_ONCE = 4;

    static final int ENTRIES_DEFAULT = 200;
    static final int ENTRIES_MAX = 1_000;

    /** The first portion that is read, in entries; each further one is twice as large, up to the most. */
    static final int PORTION_FIRST = 256;

    static final int PORTION_MAX = 8_192;

    /** How long one page is searched for. */
    static final Duration PAGE_TIME = Duration.ofSeconds(5);

    private SearchLimits() {}
}

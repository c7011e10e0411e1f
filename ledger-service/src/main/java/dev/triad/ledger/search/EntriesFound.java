package dev.triad.ledger.search;

import dev.triad.ledger.stream.StreamedEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found.
 *
 * @param scanned how many entries were read for it
 * @param complete whether the span is read to its end
 * @param at the accounting date that the search has reached
 * @param next the cursor of the next page; none when the span is read
 */
public record EntriesFound(
        String group,
        String order,
        List<StreamedEntry> entries,
        long scanned,
        boolean complete,
        @Nullable Instant at,
        @Nullable String next) {}

package dev.triad.ledger.search;

import dev.triad.ledger.group.Groups;
import dev.triad.ledger.stream.StreamFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param from the first accounting date, inclusive; null for the beginning
 * @param to the last, exclusive; null for the end
 * @param cursor where an earlier search stopped; null to begin
 * @param limit how many entries, at most
 */
record SearchRequest(
        Groups.Known group,
        StreamFilter filter,
        @Nullable Instant from,
        @Nullable Instant to,
        SearchOrder order,
        @Nullable SearchCursor cursor,
        int limit) {}

package dev.triad.ledger.search;

import dev.triad.ledger.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a search stopped: after the entry of this accounting date, place and revision.
 *
 * @param place of the entry's record, as {@link dev.triad.ledger.posting.LogPlace} numbers it
 */
record SearchCursor(SearchOrder order, Instant time, long place, int revision) {
    private static final int PARTS = 4;

    static SearchCursor parse(String text, SearchOrder order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == PARTS && parts[0].equals(order.code())) {
                return new SearchCursor(
                        order, Instant.parse(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (order.code() + " " + time + " " + place + " " + revision).getBytes(StandardCharsets.UTF_8));
    }

    private static RuntimeException invalid() {
        return Problems.INVALID_PARAMETER.because("cursor must be one that a search in the same order gave as next.");
    }
}

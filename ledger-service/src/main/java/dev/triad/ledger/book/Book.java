package dev.triad.ledger.book;

import dev.triad.ledger.policy.Codes;
import dev.triad.ledger.policy.Policy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A book beside the actual one.
 *
 * @param groupId the id of its group
 * @param detail why it failed
 * @param entriesRead how many entries of the actual book the rebuild has read
 * @param entriesTotal of how many, when it began
 * @param linksBehind how many links of the chain it has not followed yet
 */
record Book(
        int id,
        int groupId,
        String group,
        String name,
        String title,
        Policy policy,
        State state,
        @Nullable String detail,
        long entriesRead,
        long entriesTotal,
        long linksBehind,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /** How a book stands. */
    enum State {
        /** It is made of all entries that there are, and says nothing yet. */
        REBUILDING,
        /** It follows the actual book. */
        LIVE,
        /** It cannot be made. */
        FAILED;

        String code() {
            return Codes.of(this);
        }
    }
}

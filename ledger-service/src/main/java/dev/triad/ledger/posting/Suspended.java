package dev.triad.ledger.posting;

import org.jspecify.annotations.Nullable;

/**
 * A record that is not on the books.
 *
 * @param received the record
 * @param reason a stable code
 * @param detail in words
 * @param wanted what it waits for, or null when it is quarantined
 */
public record Suspended(
        Received received,
        String reason,
        String detail,
        @Nullable Wanted wanted) {}

package dev.triad.ledger.suspense;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not on the books.
 *
 * @param id its number
 * @param state waiting, quarantined or resolved
 * @param reason a stable code
 * @param detail in words
 * @param waitsFor group, unit, rate or sale when it waits
 * @param group when it is known
 * @param source who said it, when it could be read
 * @param event the {@code ce_id}, when it could be read
 * @param type the {@code ce_type}, when it could be read
 * @param time when it happened, when it could be read
 * @param topic where its record stands
 * @param partition where its record stands
 * @param offset where its record stands
 * @param receivedAt when the ledger set it aside
 * @param attempts how often it was tried again
 */
public record SuspenseItem(
        long id,
        String state,
        String reason,
        String detail,
        @Nullable String waitsFor,
        @Nullable String group,
        @Nullable String source,
        @Nullable UUID event,
        @Nullable String type,
        @Nullable Instant time,
        String topic,
        int partition,
        long offset,
        Instant receivedAt,
        int attempts) {}

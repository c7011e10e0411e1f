package dev.triad.ledger.closing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A month of a group's books.
 *
 * @param closedAt when it was closed: the time of the event
 * @param event the event that closed it, by itself or with a later month
 * @param complete whether the books have come to where they stood when it was closed
 * @param detail why its closing is in suspense
 */
public record PeriodView(
        String group,
        String period,

        @Schema(description = "The first moment of the month, in UTC")
        Instant from,

        @Schema(description = "The first moment after it") Instant until,

        @Schema(
                enumeration = {"open", "closing", "closed"},
                description = "closing: the log has it, the books not yet")
        String state,

        @Nullable Instant closedAt,
        @Nullable String event,

        @Schema(
                description = "Whether the books have come to where they stood when the period was closed."
                        + " Not yet while a ledger reads its log anew; from then on the period never changes")
        @Nullable
        Boolean complete,

        @Nullable String detail) {}

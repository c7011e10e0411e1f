package dev.triad.ledger.account;

import dev.triad.ledger.posting.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is on the books.
 *
 * @param id its name, such as {@code sales-3-1042}, or {@code usage-0-7.1} for a repricing
 * @param group the group whose accounts it moves
 * @param source who said it
 * @param eventId the {@code ce_id}
 * @param revision 0 for the event's own entry
 * @param time its accounting date: when it happened, or later when that was closed
 * @param occurredAt when it happened, if that is another time
 * @param rule what made it
 * @param quantity of a usage that a rate priced
 * @param rateFrom since when that rate was in effect
 * @param rateEvent the publication of that rate
 * @param postings the legs, positive for debits
 */
public record EntryRow(
        EntryId id,
        String group,
        String source,
        UUID eventId,
        int revision,
        Instant time,
        @Nullable Instant occurredAt,
        Rule rule,
        @Nullable BigDecimal quantity,
        @Nullable Instant rateFrom,
        @Nullable UUID rateEvent,
        List<Leg> postings) {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public EntryRow {
        postings = List.copyOf(postings);
    }

    boolean moves(String account) {
        return postings.stream().anyMatch(leg -> leg.account().equals(account));
    }

    /** What it does to an account. */
    long amount(String account) {
        for (Leg leg : postings) {
            if (leg.account().equals(account)) {
                return leg.amount();
            }
        }
        return 0;
    }

    /** The same with other postings. */
    EntryRow with(List<Leg> others) {
        return new EntryRow(
                id, group, source, eventId, revision, time, occurredAt, rule, quantity, rateFrom, rateEvent, others);
    }

    /** Why it is booked at another time than it happened, in words. */
    @Nullable
    String late() {
        return occurredAt == null
                ? null
                : "happened in %s, which had been closed; booked at the first open moment"
                        .formatted(MONTH.format(occurredAt));
    }

    /** One leg, in the group's smallest unit. */
    public record Leg(String account, long amount) {}
}

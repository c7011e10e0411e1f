package dev.triad.ledger.book;

import static dev.triad.ledger.book.BookEvents.MARCH;
import static dev.triad.ledger.book.BookEvents.event;
import static dev.triad.ledger.book.BookEvents.usage;

import dev.triad.events.CloudEvent;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the store used of the cloud, and what that comes to at other prices. */
final class StoreUsages {
    /** A usage by the store: all that its charge depends on. */
    private record Used(Instant time, BigDecimal quantity) {}

    private final List<Used> used = new ArrayList<>();

    /** How many there were. */
    int count() {
        return used.size();
    }

    /** Usages over March, by a customer outside and by the store, of which the latter are kept in mind. */
    List<CloudEvent> of(String group, String name, int count) {
        List<CloudEvent> usages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean internal = i % 3 == 0;
            Instant time = MARCH.plusSeconds(61 + i * 4_999L % 2_400_000);
            BigDecimal quantity = BigDecimal.valueOf(i * 7L + 1, 6);
            if (internal) {
                used.add(new Used(time, quantity));
            }
            usages.add(event(
                    new Source(group, "cloud"), time, name + "-" + i, usage(internal ? "store" : "acme", quantity)));
        }
        return usages;
    }

    /** What the store is charged for all that it used, each usage rounded by itself. */
    BigDecimal charged(String price, String later, Instant changed) {
        return charged(price, later, changed, Instant.MAX);
    }

    /** The same of what it used until a moment. */
    BigDecimal charged(String price, String later, Instant changed, Instant until) {
        return used.stream()
                .filter(one -> !one.time().isAfter(until))
                .map(one -> rounded(one.quantity(), one.time().isBefore(changed) ? price : later))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal rounded(BigDecimal quantity, String price) {
        return quantity.multiply(new BigDecimal(price)).setScale(9, RoundingMode.HALF_EVEN);
    }
}

package dev.triad.ledger.posting;

import dev.triad.ledger.rate.RateKey;

/** What an event waits for in suspense; it clears by itself when that arrives. */
public sealed interface Wanted {
    record ForGroup(String group) implements Wanted {}

    record ForUnit(String group, String unit) implements Wanted {}

    /** A rate that is in effect at the event's time. */
    record ForRate(RateKey key) implements Wanted {}

    record ForSale(EventKey sale) implements Wanted {}

    /** In words, for people. */
    default String words() {
        return switch (this) {
            case ForGroup(String group) -> "the group " + group + " has not been declared";
            case ForUnit(String group, String unit) -> "the unit " + unit + " of " + group + " has not been declared";
            case ForRate(RateKey key) ->
                "no rate of " + key.provider() + " for " + key.resource() + " is in effect at the event's time";
            case ForSale(EventKey sale) -> "the sale " + sale.id() + " of " + sale.source() + " has not arrived";
        };
    }
}

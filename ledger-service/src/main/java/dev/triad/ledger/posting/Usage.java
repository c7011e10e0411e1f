package dev.triad.ledger.posting;

import dev.triad.events.ConsumerKind;
import dev.triad.events.UsageRecorded;

/** Who used whose what: all of a usage that its price and accounts depend on, but the quantity. */
public record Usage(String provider, String consumer, ConsumerKind consumerKind, String resource) {
    public static Usage of(UsageRecorded usage) {
        return new Usage(usage.provider(), usage.consumer(), usage.consumerKind(), usage.resource());
    }
}

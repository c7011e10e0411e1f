package dev.triad.ledger.claims;

import dev.triad.events.Asset;
import dev.triad.ledger.provision.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hipparchus.fraction.BigFraction;

/** What belongs to the picture of a claim beside its value. */
sealed interface Figure {
    /** @param value in the group's smallest unit */
    record Amount(BigFraction value) implements Figure {}

    /** How many times one is the other. */
    record Ratio(BigFraction value) implements Figure {}

    /** @param begin of the day, in UTC */
    record Day(Instant begin) implements Figure {}

    /** As people read it. */
    default String shown(Asset asset) {
        return switch (this) {
            case Amount(BigFraction value) -> Money.format(asset, value);
            case Ratio(BigFraction value) -> Values.shown(value);
            case Day(Instant begin) ->
                begin.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        };
    }
}

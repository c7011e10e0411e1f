package dev.triad.ledger.posting;

import dev.triad.events.Charge;
import dev.triad.events.ConsumerKind;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;

/** How the price of a usage came to be: what is charged, and what a customer outside would owe. */
record UsageReasons(Derivation charged, Derivation reference) {
    static UsageReasons of(Group group, UsageRecorded usage, Rate rate) {
        String version = "rate published %s, effective %s".formatted(rate.publishedAt(), rate.effectiveFrom());
        Derivation reference =
                product("at the list price", group, usage, rate.prices().list(), "list price, " + version);
        return usage.consumerKind() == ConsumerKind.TENANT
                ? new UsageReasons(reference, reference)
                : new UsageReasons(
                        product(
                                "at the transfer price",
                                group,
                                usage,
                                rate.transferPrice(group.transferPrice()),
                                "transfer price, %s, %s"
                                        .formatted(group.transferPrice().code(), version)),
                        reference);
    }

    static UsageReasons of(Group group, Charge charge) {
        Derivation billed = new Derivation.Given("charge as billed", group.asset(), charge.billed());
        return new UsageReasons(
                billed,
                charge.list() == null
                        ? billed
                        : new Derivation.Given("charge at the list price", group.asset(), charge.list()));
    }

    UsageReasons minus(UsageReasons before) {
        return new UsageReasons(
                new Derivation.Difference("charge by the new rate less that by the old one", charged, before.charged),
                new Derivation.Difference(
                        "reference by the new rate less that by the old one", reference, before.reference));
    }

    Derivation imputedSubsidy() {
        return new Derivation.Difference("reference less charge", reference, charged);
    }

    private static Derivation product(
            String what, Group group, UsageRecorded usage, BigDecimal price, String priceName) {
        return new Derivation.Product(what, group.asset(), usage.quantity(), usage.unitOfMeasure(), price, priceName);
    }
}

package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Charge;
import dev.triad.events.ConsumerKind;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Posts usage: what is charged, and between units what is not. */
final class UsagePosting {
    private UsagePosting() {}

    /**
     * What a usage comes to, in the smallest unit.
     *
     * @param charged what the consumer owes
     * @param reference what a customer outside would owe
     * @param reasons how both came to be, when someone asked
     */
    record Price(long charged, long reference, @Nullable UsageReasons reasons) {
        Price(long charged, long reference) {
            this(charged, reference, null);
        }

        Price with(UsageReasons how) {
            return new Price(charged, reference, how);
        }

        Price minus(Price other) {
            return new Price(
                    Math.subtractExact(charged, other.charged),
                    Math.subtractExact(reference, other.reference),
                    reasons == null || other.reasons == null ? null : reasons.minus(other.reasons));
        }
    }

    static Price price(Group group, Usage usage, BigDecimal quantity, Rate rate) {
        return price(group.asset(), group, usage, quantity, rate);
    }

    /** The same by any policy; what a customer outside pays is none of its business. */
    static Price price(Asset asset, PricePolicy policy, Usage usage, BigDecimal quantity, Rate rate) {
        return switch (usage.consumerKind()) {
            case TENANT -> {
                long list = asset.amount(rate.prices().list(), quantity);
                yield new Price(list, list);
            }
            case UNIT ->
                new Price(
                        asset.amount(policy.transferPrice(usage, rate), quantity),
                        asset.amount(policy.referencePrice(usage, rate), quantity));
        };
    }

    static Price price(Group group, Charge charge) {
        long billed = group.asset().amount(charge.billed());
        return new Price(billed, charge.list() == null ? billed : group.asset().amount(charge.list()));
    }

    static Entry post(Usage usage, Price price) {
        return post(usage, price, rule(usage));
    }

    static Entry post(Usage usage, Price price, Rule rule) {
        return post(new EntryBuilder(), usage, price).build(rule);
    }

    /** What a change of rates adds to a usage. */
    static Entry difference(Group group, Usage usage, BigDecimal quantity, PriceChange change) {
        return post(
                usage,
                price(group, usage, quantity, change.to()).minus(price(group, usage, quantity, change.from())),
                Rule.REPRICING);
    }

    /**
     * Whether a difference is posted. It is also when it comes to nothing: that the usage has another rate now may come to
     * something in a book that goes by another of its prices.
     */
    static boolean isDue(PriceChange change, Entry difference) {
        return !difference.postings().isEmpty() || change.isOfAnyPrice();
    }

    static Rule rule(Usage usage) {
        return usage.consumerKind() == ConsumerKind.UNIT ? Rule.INTERNAL_USAGE : Rule.EXTERNAL_USAGE;
    }

    static EntryBuilder post(EntryBuilder entry, Usage usage, Price price) {
        UsageReasons reasons = price.reasons();
        Derivation charged = reasons == null ? null : reasons.charged();
        switch (UsageAccounts.of(usage)) {
            case UsageAccounts.External accounts ->
                entry.pair(accounts.receivable(), accounts.revenue(), price.charged())
                        .why(charged);
            case UsageAccounts.Internal accounts ->
                entry.pair(accounts.expense(), accounts.payable(), price.charged())
                        .why(charged)
                        .pair(accounts.receivable(), accounts.revenue(), price.charged())
                        .why(charged)
                        .pair(
                                accounts.subsidyReceived(),
                                accounts.subsidyGranted(),
                                Math.subtractExact(price.reference(), price.charged()))
                        .why(reasons == null ? null : reasons.imputedSubsidy());
        }
        return entry;
    }
}

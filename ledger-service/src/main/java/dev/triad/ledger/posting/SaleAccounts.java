package dev.triad.ledger.posting;

import static dev.triad.ledger.posting.AccountNames.STOREFRONT;

import dev.triad.events.Attribution;
import dev.triad.events.LineKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The accounts that a unit's sales move: made once, as they come over and over. */
final class SaleAccounts {
    private static final Memo<String, SaleAccounts> KNOWN = new Memo<>(SaleAccounts::new);

    /** What a line of a kind moves. */
    record OfKind(String revenue, String costOfSales, String soldFrom) {}

    /** Who receives something, and who grants it. */
    record MemoPair(String received, String granted) {}

    private record AttributedTo(String unit, String product, String cohort) {}

    private final String cash;
    private final Map<LineKind, OfKind> kinds = new EnumMap<>(LineKind.class);
    private final Memo<String, MemoPair> storefronts;
    private final Memo<AttributedTo, MemoPair> attributions;

    private SaleAccounts(String unit) {
        cash = AccountNames.cash(unit);
        for (LineKind kind : LineKind.values()) {
            kinds.put(
                    kind,
                    new OfKind(
                            AccountNames.revenue(unit, kind),
                            AccountNames.costOfSales(unit, kind),
                            AccountNames.soldFrom(unit, kind)));
        }
        storefronts = new Memo<>(funder -> new MemoPair(
                AccountNames.subsidyReceived(unit, STOREFRONT, funder),
                AccountNames.subsidyGranted(funder, STOREFRONT, unit)));
        attributions = new Memo<>(to -> new MemoPair(
                AccountNames.contributionReceived(to.unit(), unit, to.product(), to.cohort()),
                AccountNames.contributionGranted(unit, to.unit())));
    }

    static SaleAccounts of(String unit) {
        return KNOWN.of(unit);
    }

    String cash() {
        return cash;
    }

    OfKind of(LineKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    /** The storefront subsidy that a unit funds. */
    MemoPair storefront(String funder) {
        return storefronts.of(funder);
    }

    /** The contribution of a sale that another unit's product led to. */
    MemoPair attribution(Attribution to) {
        return attributions.of(new AttributedTo(to.unit(), to.product(), to.cohort()));
    }
}

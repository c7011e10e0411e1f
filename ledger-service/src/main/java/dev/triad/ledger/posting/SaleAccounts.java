package dev.triad.ledger.posting;

import static dev.triad.ledger.posting.AccountNames.STOREFRONT;

import dev.triad.events.Attribution;
import dev.triad.events.Cohort;
import dev.triad.events.LineKind;
import dev.triad.events.Names;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The accounts that a unit's sales move: made once, as they come over and over. */
final class SaleAccounts {
    private static final Memo<String, SaleAccounts> KNOWN = new Memo<>(SaleAccounts::new);
    private static final Memo<Instant, String> WEEKS = new Memo<>(Cohort::weekOf);

    /** What a line of a kind moves. */
    record OfKind(String revenue, String costOfSales, String soldFrom) {}

    /** Who receives something, and who grants it. */
    record MemoPair(String received, String granted) {}

    private record AttributedTo(String unit, String product, String cohort) {}

    private record Storefront(String funder, String sku, String week) {}

    private final String cash;
    private final Map<LineKind, OfKind> kinds = new EnumMap<>(LineKind.class);
    private final Memo<Storefront, MemoPair> storefronts;
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
        storefronts = new Memo<>(of -> new MemoPair(
                AccountNames.storefrontReceived(unit, of.funder(), new Cohort(Names.slug(of.sku()), of.week())),
                AccountNames.subsidyGranted(of.funder(), STOREFRONT, unit)));
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

    /** The storefront subsidy that a unit funds of a product sold at that time. */
    MemoPair storefront(String funder, String sku, Instant sold) {
        return storefronts.of(new Storefront(funder, sku, WEEKS.of(sold.truncatedTo(ChronoUnit.DAYS))));
    }

    /** The contribution of a sale that another unit's product led to. */
    MemoPair attribution(Attribution to) {
        return attributions.of(new AttributedTo(to.unit(), to.product(), to.cohort()));
    }
}

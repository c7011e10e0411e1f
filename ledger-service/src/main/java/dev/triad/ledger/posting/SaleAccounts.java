package dev.triad.ledger.posting;

import static dev.triad.ledger.posting.AccountNames.STOREFRONT;

import dev.triad.events.Attribution;
import dev.triad.events.Cohort;
import dev.triad.events.LineKind;
import dev.triad.events.Names;
import dev.triad.events.SaleLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The accounts that a unit's sales move: made once, as they come over and over. What devices bring and cost is kept by cohort,
 * product and week of sale.
 */
final class SaleAccounts {
    private static final Memo<String, SaleAccounts> KNOWN = new Memo<>(SaleAccounts::new);
    private static final Memo<Instant, String> WEEKS = new Memo<>(Cohort::weekOf);

    /** What a line moves, and what a return of it. */
    record OfLine(String revenue, String returns, String costOfSales, String soldFrom) {}

    /** Who receives something, and who grants it. */
    record MemoPair(String received, String granted) {}

    private record AttributedTo(String unit, String product, String cohort) {}

    private record Sold(String sku, String week) {
        static Sold of(String sku, Instant time) {
            return new Sold(sku, WEEKS.of(time.truncatedTo(ChronoUnit.DAYS)));
        }

        Cohort cohort() {
            return new Cohort(Names.slug(sku), week);
        }
    }

    private record Storefront(String funder, Sold sold) {}

    private final String cash;
    private final Map<LineKind, OfLine> kinds = new EnumMap<>(LineKind.class);
    private final Memo<Sold, OfLine> devices;
    private final Memo<Storefront, MemoPair> storefronts;
    private final Memo<AttributedTo, MemoPair> attributions;

    private SaleAccounts(String unit) {
        cash = AccountNames.cash(unit);
        for (LineKind kind : LineKind.values()) {
            kinds.put(
                    kind,
                    new OfLine(
                            AccountNames.revenue(unit, kind),
                            AccountNames.returns(unit, kind),
                            AccountNames.costOfSales(unit, kind),
                            AccountNames.soldFrom(unit, kind)));
        }
        devices = new Memo<>(sold -> ofCohort(Objects.requireNonNull(kinds.get(LineKind.DEVICE)), sold.cohort()));
        storefronts = new Memo<>(of -> new MemoPair(
                AccountNames.storefrontReceived(unit, of.funder(), of.sold().cohort()),
                AccountNames.subsidyGranted(of.funder(), STOREFRONT, unit)));
        attributions = new Memo<>(to -> new MemoPair(
                AccountNames.contributionReceived(to.unit(), unit, to.product(), to.cohort()),
                AccountNames.contributionGranted(unit, to.unit())));
    }

    private static OfLine ofCohort(OfLine kind, Cohort cohort) {
        return new OfLine(
                AccountNames.ofCohort(kind.revenue(), cohort),
                AccountNames.ofCohort(kind.returns(), cohort),
                AccountNames.ofCohort(kind.costOfSales(), cohort),
                kind.soldFrom());
    }

    static SaleAccounts of(String unit) {
        return KNOWN.of(unit);
    }

    String cash() {
        return cash;
    }

    /** What a line of a sale at that time moves. */
    OfLine of(SaleLine line, Instant sold) {
        return line.kind() == LineKind.DEVICE
                ? devices.of(Sold.of(line.sku(), sold))
                : Objects.requireNonNull(kinds.get(line.kind()));
    }

    /** The storefront subsidy that a unit funds of a product sold at that time. */
    MemoPair storefront(String funder, String sku, Instant sold) {
        return storefronts.of(new Storefront(funder, Sold.of(sku, sold)));
    }

    /** The contribution of a sale that another unit's product led to. */
    MemoPair attribution(Attribution to) {
        return attributions.of(new AttributedTo(to.unit(), to.product(), to.cohort()));
    }
}

package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts sales. */
final class SalePosting {
    private SalePosting() {}

    static Entry post(Group group, String unit, SaleRecorded sale, Instant sold) {
        return post(new EntryBuilder(), group, unit, sale, sold).build(Rule.SALE);
    }

    static EntryBuilder post(EntryBuilder entry, Group group, String unit, SaleRecorded sale, Instant sold) {
        SaleReasons reasons = entry.isExplaining() ? new SaleReasons(group.asset(), sale) : null;
        SaleAccounts accounts = SaleAccounts.of(unit);
        long contribution = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            long price = price(group.asset(), line);
            long cost = cost(group.asset(), line);
            SaleAccounts.OfLine moved = accounts.of(line, sold);
            entry.pair(accounts.cash(), moved.revenue(), price)
                    .why(reasons == null ? null : reasons.price(i))
                    .pair(moved.costOfSales(), moved.soldFrom(), cost)
                    .why(reasons == null ? null : reasons.cost(i));
            storefront(
                    entry,
                    group,
                    unit,
                    line,
                    sold,
                    0,
                    loss(line, price, cost),
                    reasons == null ? null : reasons.loss(i));
            contribution = Math.addExact(contribution, Math.subtractExact(price, cost));
        }
        for (Attribution attribution : sale.attribution()) {
            attribute(entry, unit, attribution, 0, contribution, reasons == null ? null : reasons.contribution());
        }
        return entry;
    }

    static long price(Asset asset, SaleLine line) {
        return asset.amount(line.unitPrice(), line.quantity());
    }

    static long cost(Asset asset, SaleLine line) {
        return line.unitCost() == null ? 0 : asset.amount(line.unitCost(), line.quantity());
    }

    /** What a device sold below its cost loses; zero for anything else. */
    static long loss(SaleLine line, long price, long cost) {
        return line.kind() == LineKind.DEVICE ? Math.max(0, Math.subtractExact(cost, price)) : 0;
    }

    /** Moves the storefront subsidy of a line from one loss to another, shared by the units that gain from it. */
    static void storefront(
            EntryBuilder entry,
            Group group,
            String unit,
            SaleLine line,
            Instant sold,
            long before,
            long after,
            SaleReasons.@Nullable Change reason) {
        if (before == after && reason == null) {
            return;
        }
        List<String> funders = group.unit(unit).storefrontFor();
        for (int i = 0; i < funders.size(); i++) {
            long change = Math.subtractExact(share(after, funders.size(), i), share(before, funders.size(), i));
            String funder = funders.get(i);
            SaleAccounts.MemoPair accounts = SaleAccounts.of(unit).storefront(funder, line.sku(), sold);
            entry.pair(accounts.received(), accounts.granted(), change)
                    .why(reason == null ? null : reason.share(funder, funders.size(), i));
        }
    }

    /** Moves the attributed contribution of a sale from one contribution to another. */
    static void attribute(
            EntryBuilder entry,
            String unit,
            Attribution attribution,
            long before,
            long after,
            SaleReasons.@Nullable Change reason) {
        long change = Math.subtractExact(weighted(attribution, after), weighted(attribution, before));
        SaleAccounts.MemoPair accounts = SaleAccounts.of(unit).attribution(attribution);
        entry.pair(accounts.received(), accounts.granted(), change)
                .why(reason == null ? null : reason.weighted(attribution));
    }

    private static long weighted(Attribution attribution, long contribution) {
        return Proportion.of(BigDecimal.valueOf(contribution), attribution.weight(), BigDecimal.ONE);
    }

    /** The i-th of n equal shares; what does not divide goes to the first ones, a unit each. */
    static long share(long amount, int n, int i) {
        return amount / n + (i < amount % n ? 1 : 0);
    }
}

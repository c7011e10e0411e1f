package dev.triad.cli.workload;

import dev.triad.events.Cohort;
import dev.triad.events.LineKind;
import dev.triad.events.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A unit that sells, with what it sells and the accounts that its sales move. */
final class Seller {
    /** The one unit that gains from a device in a home, and so bears what the device loses. */
    static final String FUNDER = "store";

    private final Source source;
    private final List<Item> items;
    private final Tally tally;
    private final Map<LineKind, Trading> trading = new EnumMap<>(LineKind.class);
    private final Tally.Account cash;
    private final Tally.Account unmatchedReturns;
    private final Tally.Account storefrontGranted;

    /** The accounts of one kind of lines. */
    private record Trading(
            Tally.Account revenue, Tally.Account returns, Tally.Account costOfSales, Tally.Account soldFrom) {}

    Seller(Source source, List<Item> items, Tally tally) {
        this.source = source;
        this.items = items;
        this.tally = tally;
        String unit = source.unit();
        this.cash = tally.account(unit + ":assets:cash");
        this.unmatchedReturns = tally.account(unit + ":revenue:returns:unmatched");
        this.storefrontGranted = tally.account(FUNDER + ":memo:imputed-subsidy:storefront:granted:" + unit);
        for (LineKind kind : LineKind.values()) {
            trading.put(kind, trading(kind, ""));
        }
    }

    Source source() {
        return source;
    }

    List<Item> items() {
        return items;
    }

    /** Keeps the books of a line sold. */
    void sold(Item item, Instant time, long quantity) {
        Trading accounts = trading(item, time);
        tally.move(cash, accounts.revenue(), quantity * item.priceMicros());
        tally.move(accounts.costOfSales(), accounts.soldFrom(), quantity * item.costMicros());
        moveLoss(item, time, quantity);
    }

    /** Keeps the books of a line that came back of a sale at that time. */
    void returned(Item item, Instant time, long quantity, long refundMicros) {
        Trading accounts = trading(item, time);
        tally.move(accounts.returns(), cash, refundMicros);
        tally.move(accounts.soldFrom(), accounts.costOfSales(), quantity * item.costMicros());
        moveLoss(item, time, -quantity);
    }

    /** What a device loses is kept by product and week of sale. */
    private void moveLoss(Item item, Instant time, long quantity) {
        if (item.lossMicros() > 0) {
            Tally.Account received = tally.account(source.unit() + ":memo:imputed-subsidy:storefront:received:" + FUNDER
                    + ":" + item.sku() + ":" + Cohort.weekOf(time));
            tally.move(received, storefrontGranted, quantity * item.lossMicros());
        }
    }

    /** Keeps the books of a refund for what nobody knows to have been sold. */
    void refunded(long micros) {
        tally.move(unmatchedReturns, cash, micros);
    }

    /** Devices are kept by product and week of sale, all else by kind. */
    private Trading trading(Item item, Instant time) {
        return item.kind() == LineKind.DEVICE
                ? trading(item.kind(), ":" + item.sku() + ":" + Cohort.weekOf(time))
                : Objects.requireNonNull(trading.get(item.kind()));
    }

    private Trading trading(LineKind kind, String cohort) {
        String unit = source.unit();
        return new Trading(
                tally.account(unit + ":revenue:external:" + kind.code() + cohort),
                tally.account(unit + ":revenue:returns:matched" + (kind == LineKind.FEE ? ":fee" : cohort)),
                tally.account(unit + ":expenses:cost-of-sales:" + kind.code() + cohort),
                tally.account(unit + soldFrom(kind)));
    }

    private static String soldFrom(LineKind kind) {
        return switch (kind) {
            case GOODS, DEVICE -> ":assets:inventory";
            case DIGITAL, SERVICE, FEE, ADVERTISING -> ":liabilities:vendors";
        };
    }
}

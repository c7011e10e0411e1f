package dev.triad.ledger.posting;

import dev.triad.events.CostBehaviour;
import dev.triad.events.LineKind;

/**
 * The chart of accounts. A name is {@code unit:class:…}, the class one of {@code assets}, {@code
 * liabilities}, {@code revenue}, {@code expenses} and {@code memo}; memo accounts hold what was never
 * charged, and balance among themselves.
 */
public final class AccountNames {
    public static final String TRANSFER_PRICE = "transfer-price";
    public static final String STOREFRONT = "storefront";

    private AccountNames() {}

    static String cash(String unit) {
        return unit + ":assets:cash";
    }

    static String revenue(String unit, LineKind kind) {
        return unit + ":revenue:external:" + kind.code();
    }

    static String usageRevenue(String unit, String resource) {
        return unit + ":revenue:external:" + resource;
    }

    static String returns(String unit) {
        return unit + ":revenue:returns:matched";
    }

    static String unmatchedReturns(String unit) {
        return unit + ":revenue:returns:unmatched";
    }

    static String costOfSales(String unit, LineKind kind) {
        return unit + ":expenses:cost-of-sales:" + kind.code();
    }

    /** Goods come out of stock; what is not a thing is owed to whoever provides it. */
    static String soldFrom(String unit, LineKind kind) {
        return switch (kind) {
            case GOODS, DEVICE -> unit + ":assets:inventory";
            case DIGITAL, SERVICE, FEE, ADVERTISING -> vendors(unit);
        };
    }

    static String vendors(String unit) {
        return unit + ":liabilities:vendors";
    }

    static String costPool(String unit, String pool, CostBehaviour behaviour) {
        return unit + ":expenses:cost-pool:" + pool + ":" + behaviour.code();
    }

    static String receivable(String unit, String tenant) {
        return unit + ":assets:receivables:" + tenant;
    }

    public static String intersegmentExpense(String consumer, String provider, String resource) {
        return consumer + ":expenses:intersegment:" + provider + ":" + resource;
    }

    static String intersegmentPayable(String consumer, String provider) {
        return consumer + ":liabilities:intersegment:" + provider;
    }

    static String intersegmentReceivable(String provider, String consumer) {
        return provider + ":assets:intersegment:" + consumer;
    }

    static String intersegmentRevenue(String provider, String consumer, String resource) {
        return provider + ":revenue:intersegment:" + consumer + ":" + resource;
    }

    static String subsidyReceived(String unit, String mechanism, String from) {
        return unit + ":memo:imputed-subsidy:" + mechanism + ":received:" + from;
    }

    static String subsidyGranted(String unit, String mechanism, String to) {
        return unit + ":memo:imputed-subsidy:" + mechanism + ":granted:" + to;
    }

    static String contributionReceived(String unit, String from, String product, String cohort) {
        return unit + ":memo:attributed-contribution:received:" + from + ":" + product + ":" + cohort;
    }

    static String contributionGranted(String unit, String to) {
        return unit + ":memo:attributed-contribution:granted:" + to;
    }

    /** The unit that an account belongs to. */
    public static String unitOf(String account) {
        int colon = account.indexOf(':');
        return colon < 0 ? account : account.substring(0, colon);
    }
}

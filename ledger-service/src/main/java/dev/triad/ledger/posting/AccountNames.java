package dev.triad.ledger.posting;

import dev.triad.events.Cohort;
import dev.triad.events.CostBehaviour;
import dev.triad.events.LineKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chart of accounts. A name is {@code unit:class:…}, the class one of {@code assets}, {@code
 * liabilities}, {@code revenue}, {@code expenses} and {@code memo}; memo accounts hold what was never
 * charged, and balance among themselves.
 */
public final class AccountNames {
    public static final String TRANSFER_PRICE = "transfer-price";
    public static final String STOREFRONT = "storefront";

    /** What follows the unit in the names of these accounts. */
    public static final String COST_POOL = ":expenses:cost-pool:";

    public static final String INTERSEGMENT_EXPENSES = ":expenses:intersegment:";
    public static final String IMPUTED_SUBSIDY = ":memo:imputed-subsidy:";
    public static final String ATTRIBUTED_CONTRIBUTION = ":memo:attributed-contribution:";

    /** The longest name: PostgreSQL's index over names takes no more than 2,704 bytes. */
    static final int NAME_MAX = 2_000;

    private AccountNames() {}

    public static String cash(String unit) {
        return unit + ":assets:cash";
    }

    static String revenue(String unit, LineKind kind) {
        return unit + ":revenue:external:" + kind.code();
    }

    static String usageRevenue(String unit, String resource) {
        return unit + ":revenue:external:" + resource;
    }

    /** A marketplace's fees are told apart, as a book of another take rate has others come back. */
    static String returns(String unit, LineKind kind) {
        String account = unit + ":revenue:returns:matched";
        return kind == LineKind.FEE ? account + ":" + kind.code() : account;
    }

    /** What of an account is a cohort's. */
    static String ofCohort(String account, Cohort cohort) {
        return account + ":" + cohort.product() + ":" + cohort.week();
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

    /** @param users who uses the pool, in their natural order */
    static String costPool(String unit, String pool, CostBehaviour behaviour, List<String> users) {
        return unit + COST_POOL + pool + ":" + behaviour.code() + ":" + String.join(":", users);
    }

    static String receivable(String unit, String tenant) {
        return unit + ":assets:receivables:" + tenant;
    }

    static String intersegmentExpense(String consumer, String provider, String resource, @Nullable Cohort cohort) {
        String account = consumer + INTERSEGMENT_EXPENSES + provider + ":" + resource;
        return cohort == null ? account : ofCohort(account, cohort);
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
        return unit + IMPUTED_SUBSIDY + mechanism + ":received:" + from;
    }

    static String storefrontReceived(String unit, String from, Cohort cohort) {
        return ofCohort(subsidyReceived(unit, STOREFRONT, from), cohort);
    }

    public static String subsidyGranted(String unit, String mechanism, String to) {
        return unit + IMPUTED_SUBSIDY + mechanism + ":granted:" + to;
    }

    static String contributionReceived(String unit, String from, String product, String cohort) {
        return unit + ATTRIBUTED_CONTRIBUTION + "received:" + from + ":" + product + ":" + cohort;
    }

    public static String contributionGranted(String unit, String to) {
        return unit + ATTRIBUTED_CONTRIBUTION + "granted:" + to;
    }

    /** The unit that an account belongs to. */
    public static String unitOf(String account) {
        int colon = account.indexOf(':');
        return colon < 0 ? account : account.substring(0, colon);
    }
}

package dev.triad.ledger.policy;

import dev.triad.events.Cohort;
import dev.triad.events.LineKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of an account's name, which begin with its unit and class. Names may have more components than are looked
 * at here.
 */
record AccountParts(List<String> parts) {
    private static final int USERS_FROM = 5;
    private static final int COHORT_FROM = 5;
    private static final int SOLD_COHORT_FROM = 4;
    private static final int STOREFRONT_COHORT_FROM = 6;

    static AccountParts of(String account) {
        return new AccountParts(List.of(account.split(":", -1)));
    }

    private String at(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private boolean is(String accountClass, String kind) {
        return at(1).equals(accountClass) && at(2).equals(kind);
    }

    String unit() {
        return at(0);
    }

    boolean isMemo() {
        return at(1).equals("memo");
    }

    boolean isAttribution() {
        return is("memo", "attributed-contribution");
    }

    /** Whether it holds imputed subsidies of a mechanism. */
    boolean isSubsidy(String mechanism) {
        return is("memo", "imputed-subsidy") && at(3).equals(mechanism);
    }

    boolean isReceived() {
        return (isAttribution() ? at(3) : at(4)).equals("received");
    }

    /** Who is at the other end of a memo pair. */
    String counterparty() {
        return isAttribution() ? at(4) : at(5);
    }

    /** The same with another one at the other end of the pair. */
    AccountParts withCounterparty(String unit) {
        List<String> changed = new ArrayList<>(parts);
        changed.set(isAttribution() ? 4 : 5, unit);
        return new AccountParts(changed);
    }

    String name() {
        return String.join(":", parts);
    }

    /** Whether it tells what a sale brought or cost. */
    boolean isOfSales() {
        return is("revenue", "external") || is("revenue", "returns") || is("expenses", "cost-of-sales");
    }

    /** Whether it holds what devices were sold for, or refunded at. */
    boolean isPriceOfDevices() {
        return parts.size() == SOLD_COHORT_FROM + 2
                && (is("revenue", "external") && at(3).equals(LineKind.DEVICE.code())
                        || is("revenue", "returns") && at(3).equals("matched"));
    }

    /** Whether it holds what devices that were sold cost. */
    boolean isCostOfDevices() {
        return parts.size() == SOLD_COHORT_FROM + 2
                && is("expenses", "cost-of-sales")
                && at(3).equals(LineKind.DEVICE.code());
    }

    /** Whether it holds what a marketplace took of its sales, or gave back; an account of a usage may look alike. */
    boolean isFee() {
        return is("revenue", "external") && parts.size() == 4 && at(3).equals(LineKind.FEE.code())
                || is("revenue", "returns") && parts.size() == 5 && at(4).equals(LineKind.FEE.code());
    }

    /** Of what devices were sold for and cost: the cohort. */
    Cohort soldCohort() {
        return new Cohort(at(SOLD_COHORT_FROM), at(SOLD_COHORT_FROM + 1));
    }

    /** Of what a storefront receives: the cohort. */
    Cohort storefrontCohort() {
        return new Cohort(at(STOREFRONT_COHORT_FROM), at(STOREFRONT_COHORT_FROM + 1));
    }

    boolean isIntersegmentExpense() {
        return is("expenses", "intersegment");
    }

    /** Of what is charged between units: by whom. */
    String provider() {
        return at(3);
    }

    /** Of what is charged between units: for what. */
    String resource() {
        return at(4);
    }

    /** Of what is charged between units: for which cohort of products, where the name says. */
    @Nullable
    Cohort cohort() {
        return parts.size() > COHORT_FROM + 1 ? new Cohort(at(COHORT_FROM), at(COHORT_FROM + 1)) : null;
    }

    /** The users of a cost pool; none where the name does not say, or is of something else. */
    private List<String> users() {
        return is("expenses", "cost-pool") && parts.size() > USERS_FROM
                ? parts.subList(USERS_FROM, parts.size())
                : List.of();
    }

    /** The account with some users taken out of its name, or null when that leaves none of those it has. */
    @Nullable
    String withoutUsers(Collection<String> units) {
        List<String> left = new ArrayList<>(users());
        left.removeAll(units);
        if (left.isEmpty() && !users().isEmpty()) {
            return null;
        }
        List<String> name = new ArrayList<>(parts.subList(0, parts.size() - users().size()));
        name.addAll(left);
        return String.join(":", name);
    }
}

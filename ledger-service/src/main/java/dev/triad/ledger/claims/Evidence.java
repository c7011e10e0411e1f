package dev.triad.ledger.claims;

import static dev.triad.events.CostIncurred.EXTERNAL;

import dev.triad.events.LineKind;
import dev.triad.ledger.cohort.CohortBook;
import dev.triad.ledger.cohort.CohortResult;
import dev.triad.ledger.provision.HeadRoom;
import dev.triad.ledger.provision.Provision;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a group's accounts say, as the claims ask for it.
 *
 * @param units the group's units
 * @param balances debits less credits, by account
 * @param provisions what units provide to others
 * @param ownDevices the cohorts of all units' own products together
 * @param otherDevices those of other makers' products
 * @param headRoom what the cloud left to the store at the store's peak, where the accounts tell
 */
record Evidence(
        List<String> units,
        Map<String, BigInteger> balances,
        List<Provision> provisions,
        CohortResult ownDevices,
        CohortResult otherDevices,
        @Nullable HeadRoom headRoom) {
    Evidence {
        units = List.copyOf(units);
        provisions = List.copyOf(provisions);
    }

    static Evidence of(List<String> units, Map<String, BigInteger> balances, Map<String, CohortBook> cohorts) {
        return new Evidence(units, balances, Provision.of(balances), total(cohorts, true), total(cohorts, false), null);
    }

    Evidence with(@Nullable HeadRoom atPeak) {
        return new Evidence(units, balances, provisions, ownDevices, otherDevices, atPeak);
    }

    /** The unit that provides to customers outside, the largest if there are several. */
    Optional<Provision> cloud() {
        return provisions.stream()
                .filter(provision -> provision.revenue(EXTERNAL).signum() > 0)
                .max(Comparator.comparing(Provision::cost));
    }

    /** What a unit charges another for. */
    Optional<Provision> providerOf(String unit) {
        return provisions.stream()
                .filter(provision -> provision.players().contains(unit)
                        && !provision.provider().equals(unit))
                .max(Comparator.comparing(Provision::cost));
    }

    /** The internal user of a unit's services that sells most outside, unless it is a device unit. */
    Optional<String> storeOf(Provision provision) {
        return provision.players().stream()
                .filter(player -> !player.equals(EXTERNAL) && !player.equals(provision.provider()))
                .filter(player -> externalRevenue(player).signum() > 0 && !isDeviceUnit(player))
                .max(Comparator.comparing(this::externalRevenue));
    }

    /** Whether a unit has sold devices, or given them away. */
    boolean isDeviceUnit(String unit) {
        String sold = unit + ":revenue:external:" + LineKind.DEVICE.code() + ":";
        String cost = unit + ":expenses:cost-of-sales:" + LineKind.DEVICE.code() + ":";
        return balances.keySet().stream().anyMatch(account -> account.startsWith(sold) || account.startsWith(cost));
    }

    /** The unit that earns most of one kind. */
    Optional<String> mostOf(LineKind kind) {
        return units.stream()
                .filter(unit -> revenue(unit, kind).signum() > 0)
                .max(Comparator.comparing(unit -> revenue(unit, kind)));
    }

    BigInteger revenue(String unit, LineKind kind) {
        return balances.getOrDefault(unit + ":revenue:external:" + kind.code(), BigInteger.ZERO)
                .negate();
    }

    /** What a unit earned outside, less returns. */
    BigInteger externalRevenue(String unit) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<String, BigInteger> balance : balances.entrySet()) {
            if (balance.getKey().startsWith(unit + ":revenue:external:")
                    || balance.getKey().startsWith(unit + ":revenue:returns:")) {
                sum = sum.subtract(balance.getValue());
            }
        }
        return sum;
    }

    /** What the whole group earned outside. */
    BigFraction externalRevenue() {
        return new BigFraction(units.stream().map(this::externalRevenue).reduce(BigInteger.ZERO, BigInteger::add));
    }

    private static CohortResult total(Map<String, CohortBook> cohorts, boolean own) {
        return CohortResult.sum(
                cohorts.values().stream().map(book -> book.total(own)).toList());
    }

    /** Whether most of what a unit earns outside is advertising. */
    boolean livesOnAdvertising(String unit) {
        return revenue(unit, LineKind.ADVERTISING).shiftLeft(1).compareTo(externalRevenue(unit)) > 0;
    }

    /** The accounts behind what a unit provides: its costs, and what everybody paid. */
    List<String> accounts(Provision provision) {
        List<String> accounts = new ArrayList<>(provision.costs().keySet());
        provision.paid().values().forEach(paid -> accounts.addAll(paid.keySet()));
        return accounts;
    }

    /** The same of one user, with what that unit earns outside. */
    List<String> accounts(Provision provision, String user) {
        List<String> accounts = new ArrayList<>(provision.costs().keySet());
        for (String player : List.of(user, EXTERNAL)) {
            accounts.addAll(provision.paid().getOrDefault(player, Map.of()).keySet());
        }
        accounts.addAll(accounts(user + ":", ":revenue:external:"));
        return accounts;
    }

    /** The accounts whose names begin so, and contain a part. */
    List<String> accounts(String prefix, String part) {
        return balances.keySet().stream()
                .filter(account -> account.startsWith(prefix) && account.contains(part))
                .toList();
    }
}

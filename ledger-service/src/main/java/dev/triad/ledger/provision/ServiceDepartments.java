package dev.triad.ledger.provision;

import static dev.triad.events.CostIncurred.EXTERNAL;
import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;
import static dev.triad.ledger.posting.AccountNames.INTERSEGMENT_EXPENSES;
import static dev.triad.ledger.posting.AccountNames.TRANSFER_PRICE;

import dev.triad.ledger.account.IncomeLine;
import dev.triad.ledger.allocation.Department;
import dev.triad.ledger.allocation.Departments;
import dev.triad.ledger.posting.AccountNames;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A group's units as departments. One that others are charged by is a service; the rest, and the customers outside, are final.
 * A department costs what it spends outside the group. Who uses how much of a service is told by what its use comes to at the
 * reference price, at which all have the same: what a unit was charged and what it was not, and what outside customers paid.
 */
public final class ServiceDepartments {
    private static final List<IncomeLine> DIRECT_COSTS = List.of(IncomeLine.COST_OF_SALES, IncomeLine.COST_POOLS);

    private ServiceDepartments() {}

    /**
     * Departments in the smallest unit.
     *
     * @param balances debits less credits, by account
     * @throws IllegalArgumentException when nothing of a service reaches a final department
     */
    public static Departments of(Collection<String> units, Map<String, BigInteger> balances) {
        List<Department> departments = new ArrayList<>();
        for (String unit : units) {
            Map<String, BigInteger> uses = uses(unit, units, balances);
            boolean service = !uses.isEmpty();
            if (service) {
                outside(unit, balances, uses);
            }
            BigInteger all = uses.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            Map<String, BigFraction> shares = new TreeMap<>();
            uses.forEach((user, use) -> shares.put(user, new BigFraction(use, all)));
            departments.add(new Department(unit, service, new BigFraction(direct(unit, balances)), shares));
        }
        departments.add(new Department(EXTERNAL, false, BigFraction.ZERO, Map.of()));
        return new Departments(departments);
    }

    private static Map<String, BigInteger> uses(
            String provider, Collection<String> units, Map<String, BigInteger> balances) {
        Map<String, BigInteger> uses = new TreeMap<>();
        for (String user : units) {
            String charged = user + INTERSEGMENT_EXPENSES + provider + ":";
            String granted = provider + IMPUTED_SUBSIDY + TRANSFER_PRICE + ":granted:" + user;
            BigInteger use = balances.getOrDefault(granted, BigInteger.ZERO).negate();
            for (Map.Entry<String, BigInteger> balance : balances.entrySet()) {
                use = balance.getKey().startsWith(charged) ? use.add(balance.getValue()) : use;
            }
            if (use.signum() > 0) {
                uses.put(user, use);
            }
        }
        return uses;
    }

    private static void outside(String unit, Map<String, BigInteger> balances, Map<String, BigInteger> uses) {
        BigInteger paid = sum(unit, List.of(IncomeLine.EXTERNAL_REVENUE), balances)
                .subtract(sum(unit, List.of(IncomeLine.RETURNS), balances));
        if (paid.signum() > 0) {
            uses.put(EXTERNAL, paid);
        }
    }

    private static BigInteger direct(String unit, Map<String, BigInteger> balances) {
        return sum(unit, DIRECT_COSTS, balances);
    }

    private static BigInteger sum(String unit, List<IncomeLine> lines, Map<String, BigInteger> balances) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<String, BigInteger> balance : balances.entrySet()) {
            for (IncomeLine line : lines) {
                if (AccountNames.unitOf(balance.getKey()).equals(unit) && line.has(balance.getKey())) {
                    sum = sum.add(line.shown(balance.getValue()));
                }
            }
        }
        return sum;
    }
}

package dev.triad.ledger.consolidation;

import dev.triad.ledger.account.IncomeLine;
import dev.triad.ledger.posting.AccountNames;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units' income statements side by side, what eliminates of them, and the group's. Revenue and expenses are positive;
 * income is revenue less expenses.
 *
 * @param units by name
 * @param eliminations by provider and consumer
 */
public record Consolidation(Map<String, Statement> units, List<Elimination> eliminations) {
    public Consolidation {
        eliminations = List.copyOf(eliminations);
    }

    /** An income statement by its lines. */
    public record Statement(Map<IncomeLine, BigInteger> amounts) {
        public BigInteger amount(IncomeLine line) {
            return amounts.getOrDefault(line, BigInteger.ZERO);
        }

        public BigInteger operatingIncome() {
            BigInteger income = BigInteger.ZERO;
            for (IncomeLine line : IncomeLine.values()) {
                income = income.add(line.income(amount(line)));
            }
            return income;
        }

        Statement plus(Statement other) {
            Map<IncomeLine, BigInteger> sum = new EnumMap<>(IncomeLine.class);
            for (IncomeLine line : IncomeLine.values()) {
                sum.put(line, amount(line).add(other.amount(line)));
            }
            return new Statement(sum);
        }
    }

    /**
     * What one unit charged another, as either of them has it on its books.
     *
     * @param difference what does not eliminate: income on one side without an expense, or a claim without a debt, on the other
     */
    public record Elimination(
            String provider,
            String consumer,
            BigInteger revenue,
            BigInteger expense,
            BigInteger receivable,
            BigInteger payable,
            BigInteger difference) {}

    private record Pair(String provider, String consumer) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int providers = provider.compareTo(other.provider);
            return providers != 0 ? providers : consumer.compareTo(other.consumer);
        }
    }

    /** What the two sides of a pair have on their books; all four are positive when something was charged. */
    private static final class Sides {
        private BigInteger revenue = BigInteger.ZERO;
        private BigInteger expense = BigInteger.ZERO;
        private BigInteger receivable = BigInteger.ZERO;
        private BigInteger payable = BigInteger.ZERO;
    }

    /**
     * From balances, debits less credits, by account.
     *
     * @param names the group's units, shown even when nothing moved on their accounts
     */
    public static Consolidation of(Collection<String> names, Map<String, BigInteger> balances) {
        Map<String, Statement> units = new TreeMap<>();
        names.forEach(unit -> units.put(unit, new Statement(Map.of())));
        Map<Pair, Sides> pairs = new TreeMap<>();
        balances.forEach((account, balance) -> {
            String unit = AccountNames.unitOf(account);
            for (IncomeLine line : IncomeLine.values()) {
                if (line.has(account)) {
                    units.merge(unit, new Statement(Map.of(line, line.shown(balance))), Statement::plus);
                }
            }
            collect(pairs, unit, account, balance);
        });
        List<Elimination> eliminations = new ArrayList<>();
        pairs.forEach((pair, sides) -> eliminations.add(new Elimination(
                pair.provider(),
                pair.consumer(),
                sides.revenue,
                sides.expense,
                sides.receivable,
                sides.payable,
                sides.revenue
                        .subtract(sides.expense)
                        .abs()
                        .add(sides.receivable.subtract(sides.payable).abs()))));
        return new Consolidation(units, eliminations);
    }

    private static void collect(Map<Pair, Sides> pairs, String unit, String account, BigInteger balance) {
        String[] parts = account.split(":", 5);
        if (parts.length < 4 || !parts[2].equals("intersegment")) {
            return;
        }
        boolean provides = parts[1].equals("revenue") || parts[1].equals("assets");
        Pair pair = provides ? new Pair(unit, parts[3]) : new Pair(parts[3], unit);
        Sides sides = pairs.computeIfAbsent(pair, _ -> new Sides());
        switch (parts[1]) {
            case "revenue" -> sides.revenue = sides.revenue.subtract(balance);
            case "expenses" -> sides.expense = sides.expense.add(balance);
            case "assets" -> sides.receivable = sides.receivable.add(balance);
            case "liabilities" -> sides.payable = sides.payable.subtract(balance);
            default -> throw new IllegalStateException("no class of accounts: " + parts[1]);
        }
    }

    /** The sum of the units' statements. */
    public Statement combined() {
        return units.values().stream().reduce(new Statement(Map.of()), Statement::plus);
    }

    /** What is taken out: all that units charged each other. */
    public Statement eliminated() {
        Statement combined = combined();
        Map<IncomeLine, BigInteger> out = new EnumMap<>(IncomeLine.class);
        for (IncomeLine line : IncomeLine.values()) {
            out.put(line, line.isIntersegment() ? combined.amount(line).negate() : BigInteger.ZERO);
        }
        return new Statement(out);
    }

    /** The group's statement. */
    public Statement consolidated() {
        return combined().plus(eliminated());
    }

    /** Whether every pair eliminates to nothing. */
    public boolean isEliminated() {
        return eliminations.stream()
                .allMatch(elimination -> elimination.difference().signum() == 0);
    }
}

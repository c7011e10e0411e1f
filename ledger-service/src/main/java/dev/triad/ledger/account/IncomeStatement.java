package dev.triad.ledger.account;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A unit's income statement, made of its revenue and expense accounts. Revenue is positive and expenses
 * are positive; memo accounts have no part in it.
 */
public record IncomeStatement(List<Section> sections, BigInteger operatingIncome) {
    public IncomeStatement {
        sections = List.copyOf(sections);
    }

    /** A part of the statement and the accounts that it sums. */
    public record Section(Part part, BigInteger amount, List<Turnover> accounts) {
        public Section {
            accounts = List.copyOf(accounts);
        }
    }

    /** The parts, in their order; the sign says whether a part adds to income. */
    public enum Part {
        EXTERNAL_REVENUE("external-revenue", "revenue:external:", 1),
        RETURNS("returns", "revenue:returns:", -1),
        INTERSEGMENT_REVENUE("intersegment-revenue", "revenue:intersegment:", 1),
        COST_OF_SALES("cost-of-sales", "expenses:cost-of-sales:", -1),
        INTERSEGMENT_EXPENSE("intersegment-expense", "expenses:intersegment:", -1),
        COST_POOLS("cost-pools", "expenses:cost-pool:", -1);

        private final String code;
        private final String prefix;
        private final int sign;

        Part(String code, String prefix, int sign) {
            this.code = code;
            this.prefix = prefix;
            this.sign = sign;
        }

        String code() {
            return code;
        }

        /** An amount as the statement shows it: revenue accounts have credit balances. */
        BigInteger shown(Turnover turnover) {
            return sign > 0 ? turnover.balance().negate() : turnover.balance();
        }
    }

    /** What a part comes to. */
    public BigInteger amount(Part part) {
        return sections.get(part.ordinal()).amount();
    }

    public static IncomeStatement of(String unit, Collection<Turnover> turnovers) {
        List<Section> sections = new ArrayList<>();
        BigInteger income = BigInteger.ZERO;
        for (Part part : Part.values()) {
            String prefix = unit + ":" + part.prefix;
            List<Turnover> accounts = turnovers.stream()
                    .filter(turnover -> turnover.account().startsWith(prefix))
                    .toList();
            BigInteger amount = accounts.stream().map(part::shown).reduce(BigInteger.ZERO, BigInteger::add);
            sections.add(new Section(part, amount, accounts));
            income = income.add(part.sign > 0 ? amount : amount.negate());
        }
        return new IncomeStatement(sections, income);
    }
}

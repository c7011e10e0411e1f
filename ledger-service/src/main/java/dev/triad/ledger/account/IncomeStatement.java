package dev.triad.ledger.account;

import dev.triad.ledger.posting.AccountNames;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A unit's income statement, made of its revenue and expense accounts. Revenue is positive and expenses are positive. */
public record IncomeStatement(List<Section> sections, BigInteger operatingIncome) {
    public IncomeStatement {
        sections = List.copyOf(sections);
    }

    /** A line of the statement and the accounts that it sums. */
    public record Section(IncomeLine line, BigInteger amount, List<Turnover> accounts) {
        public Section {
            accounts = List.copyOf(accounts);
        }
    }

    /** What a line comes to. */
    public BigInteger amount(IncomeLine line) {
        return sections.get(line.ordinal()).amount();
    }

    /** @param turnovers of the unit's accounts, and maybe of others */
    public static IncomeStatement of(String unit, Collection<Turnover> turnovers) {
        List<Section> sections = new ArrayList<>();
        BigInteger income = BigInteger.ZERO;
        for (IncomeLine line : IncomeLine.values()) {
            List<Turnover> accounts = turnovers.stream()
                    .filter(turnover ->
                            AccountNames.unitOf(turnover.account()).equals(unit) && line.has(turnover.account()))
                    .toList();
            BigInteger amount = accounts.stream()
                    .map(turnover -> line.shown(turnover.balance()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            sections.add(new Section(line, amount, accounts));
            income = income.add(line.income(amount));
        }
        return new IncomeStatement(sections, income);
    }
}

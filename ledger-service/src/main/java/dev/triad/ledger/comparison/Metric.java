package dev.triad.ledger.comparison;

import dev.triad.ledger.account.IncomeLine;
import dev.triad.ledger.account.IncomeStatement;
import dev.triad.ledger.account.Turnover;
import dev.triad.ledger.policy.Codes;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.subsidy.SubsidyFlow;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What books can be compared by, computed of what moved on their accounts. */
enum Metric {
    /** What a unit earns, by its income statement. */
    OPERATING_INCOME,
    /** What a unit charges other units. */
    INTERSEGMENT_REVENUE,
    /** What one unit grants another by charging less than the reference price, or by gaining from a storefront. */
    IMPUTED_SUBSIDY,
    /** What a unit earns outside, before returns. */
    EXTERNAL_REVENUE;

    String code() {
        return Codes.of(this);
    }

    Map<Subject, BigInteger> of(Group group, Collection<Turnover> turnovers) {
        return switch (this) {
            case OPERATING_INCOME -> byUnit(group, turnovers, IncomeStatement::operatingIncome);
            case INTERSEGMENT_REVENUE ->
                byUnit(group, turnovers, statement -> statement.amount(IncomeLine.INTERSEGMENT_REVENUE));
            case EXTERNAL_REVENUE ->
                byUnit(group, turnovers, statement -> statement.amount(IncomeLine.EXTERNAL_REVENUE));
            case IMPUTED_SUBSIDY -> byPair(turnovers);
        };
    }

    private static Map<Subject, BigInteger> byUnit(
            Group group, Collection<Turnover> turnovers, Function<IncomeStatement, BigInteger> value) {
        Map<Subject, BigInteger> values = new TreeMap<>();
        for (String unit : group.units().keySet()) {
            values.put(Subject.of(unit), value.apply(IncomeStatement.of(unit, turnovers)));
        }
        return values;
    }

    private static Map<Subject, BigInteger> byPair(Collection<Turnover> turnovers) {
        Map<Subject, BigInteger> values = new TreeMap<>();
        for (Turnover turnover : turnovers) {
            SubsidyFlow.ofAccount(turnover.account(), turnover.balance())
                    .ifPresent(flow -> values.merge(
                            new Subject(flow.grantor(), flow.recipient()), flow.amount(), BigInteger::add));
        }
        return values;
    }
}

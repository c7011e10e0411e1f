package dev.triad.ledger.costgame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * Faulhaber's tests of every coalition but the whole. What all pay together above what all cost is the surplus, and is not
 * held against anybody: with none, a coalition fails one test by just what the others fail the other test by.
 */
public final class SubsidyTests {
    private static final Comparator<Violation> LARGEST_FIRST = Comparator.comparing(Violation::amount)
            .reversed()
            .thenComparing(Violation::test)
            .thenComparing(violation -> String.join(",", violation.coalition()));

    private SubsidyTests() {}

    /** Every violation, the largest first. */
    public static List<Violation> violations(CostGame game, Map<String, BigFraction> revenues) {
        List<Violation> violations = new ArrayList<>();
        for (int coalition = 1; coalition < game.everyone(); coalition++) {
            BigFraction revenue = revenue(game, coalition, revenues);
            BigFraction over = revenue.subtract(game.cost(coalition));
            BigFraction under = game.incrementalOf(coalition).subtract(revenue);
            List<String> members = Coalition.names(coalition, game.players());
            if (isPositive(over)) {
                violations.add(new Violation(members, Violation.Test.STAND_ALONE_COST, over));
            }
            if (isPositive(under)) {
                violations.add(new Violation(members, Violation.Test.INCREMENTAL_COST, under));
            }
        }
        violations.sort(LARGEST_FIRST);
        return violations;
    }

    private static BigFraction revenue(CostGame game, int coalition, Map<String, BigFraction> revenues) {
        BigFraction revenue = BigFraction.ZERO;
        for (String member : Coalition.names(coalition, game.players())) {
            revenue = revenue.add(revenues.getOrDefault(member, BigFraction.ZERO));
        }
        return revenue;
    }

    private static boolean isPositive(BigFraction number) {
        return number.signum() > 0;
    }
}

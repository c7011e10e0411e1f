package dev.triad.ledger.claims;

import dev.triad.ledger.cohort.CohortResult;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Whether devices bring what they cost. */
final class Devices {
    private Devices() {}

    /** What devices cost and brought, with what is assumed of it. */
    private record Burden(BigFraction loss, BigFraction cloudCost, BigFraction attributed, BigFraction digital) {
        static Burden of(CohortResult cohorts, Assumptions assumptions) {
            return new Burden(
                    new BigFraction(cohorts.netLoss()).multiply(assumptions.factor(Assumption.LOSS)),
                    new BigFraction(cohorts.cloudCost()).multiply(assumptions.factor(Assumption.CLOUD_COST)),
                    new BigFraction(cohorts.attributed()).multiply(assumptions.factor(Assumption.ATTRIBUTION)),
                    new BigFraction(cohorts.digital()));
        }

        BigFraction gross() {
            return loss.add(cloudCost);
        }

        BigFraction contributions() {
            return attributed.add(digital);
        }

        /** In how many weeks of the kind so far the gain makes up for the loss; none where there is no gain. */
        Optional<BigInteger> weeks(long soFar) {
            BigFraction gain = contributions().subtract(cloudCost);
            return gain.signum() > 0
                    ? Optional.of(loss.multiply(new BigFraction(soFar))
                            .divide(gain)
                            .bigDecimalValue(0, RoundingMode.CEILING)
                            .toBigIntegerExact())
                    : Optional.empty();
        }
    }

    static Outcome own(Claim claim, Evidence evidence, Assumptions assumptions) {
        CohortResult own = evidence.ownDevices();
        if (!own.sold()) {
            return new Outcome.NotApplicable("No unit sells devices.");
        }
        Outcome.Measured measured = of(claim, evidence, own, assumptions);
        Optional<BigInteger> weeks = measured.verdict() == Outcome.Verdict.FAILS
                ? Burden.of(own, assumptions).weeks(own.weeksSoFar())
                : Optional.empty();
        return weeks.map(
                        number -> measured.undecided("Not yet: at the present rate, after %d weeks.".formatted(number)))
                .orElse(measured);
    }

    static Outcome thirdParty(Claim claim, Evidence evidence, Assumptions assumptions) {
        CohortResult others = evidence.otherDevices();
        if (others.cloudCost().signum() <= 0) {
            return new Outcome.NotApplicable("No other makers' devices use the group's cloud.");
        }
        return of(claim, evidence, others, assumptions)
                .figure(
                        "ownDevicesNetBurden",
                        new BigFraction(evidence.ownDevices().netBurden()));
    }

    private static Outcome.Measured of(Claim claim, Evidence evidence, CohortResult cohorts, Assumptions assumptions) {
        Burden burden = Burden.of(cohorts, assumptions);
        Outcome.Measured measured = burden.gross().signum() <= 0
                ? Outcome.Measured.of(BigFraction.ONE, true, "There is no burden left.")
                : claim.measured(burden.contributions().divide(burden.gross()));
        return measured.figure("loss", new BigFraction(cohorts.loss()))
                .figure("returned", new BigFraction(cohorts.returned()))
                .figure("hardwareMargin", new BigFraction(cohorts.hardwareMargin()))
                .figure("cloudCost", burden.cloudCost())
                .figure("attributedContribution", burden.attributed())
                .figure("digitalContribution", burden.digital())
                .figure("netBurden", burden.gross().subtract(burden.contributions()))
                .from(evidence.accounts("", ":imputed-subsidy:storefront:received:"))
                .from(evidence.accounts("", ":attributed-contribution:received:"));
    }
}

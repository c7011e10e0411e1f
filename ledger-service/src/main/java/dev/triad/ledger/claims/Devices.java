package dev.triad.ledger.claims;

import dev.triad.ledger.cohort.CohortResult;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Whether devices bring what they cost. */
final class Devices {
    private Devices() {}

    static Outcome own(Claim claim, Evidence evidence, Assumptions assumptions) {
        CohortResult own = evidence.ownDevices();
        if (!own.sold()) {
            return new Outcome.NotApplicable("No unit sells devices.");
        }
        Outcome.Measured measured = of(claim, evidence, own, assumptions);
        CohortResult.PaybackTime payback = own.payback();
        return measured.verdict() == Outcome.Verdict.FAILS
                        && assumptions.isUsual(Assumption.ATTRIBUTION)
                        && payback.payback() == CohortResult.Payback.PROJECTED
                ? measured.undecided("Not yet: at the present rate, after %d weeks.".formatted(payback.weeks()))
                : measured;
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
        BigFraction attributed =
                new BigFraction(cohorts.attributed()).multiply(assumptions.factor(Assumption.ATTRIBUTION));
        BigFraction digital = new BigFraction(cohorts.digital());
        BigFraction burden = new BigFraction(cohorts.netLoss().add(cohorts.cloudCost()));
        Outcome.Measured measured = burden.signum() <= 0
                ? Outcome.Measured.of(BigFraction.ONE, true, "There is no burden left.")
                : claim.measured(attributed.add(digital).divide(burden));
        List<String> accounts = new ArrayList<>(evidence.accounts("", ":imputed-subsidy:storefront:received:"));
        accounts.addAll(evidence.accounts("", ":attributed-contribution:received:"));
        return measured.figure("loss", new BigFraction(cohorts.loss()))
                .figure("returned", new BigFraction(cohorts.returned()))
                .figure("hardwareMargin", new BigFraction(cohorts.hardwareMargin()))
                .figure("cloudCost", new BigFraction(cohorts.cloudCost()))
                .figure("attributedContribution", attributed)
                .figure("digitalContribution", digital)
                .figure("netBurden", burden.subtract(attributed).subtract(digital))
                .from(accounts);
    }
}

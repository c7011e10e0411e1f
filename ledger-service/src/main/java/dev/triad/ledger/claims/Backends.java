package dev.triad.ledger.claims;

import static dev.triad.events.CostIncurred.EXTERNAL;

import dev.triad.events.LineKind;
import dev.triad.ledger.provision.Provision;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Who pays for a backend: fees, advertising, or customers outside. */
final class Backends {
    private Backends() {}

    static Outcome byTakeRate(Claim claim, Evidence evidence, Assumptions assumptions) {
        Optional<String> market = evidence.mostOf(LineKind.FEE);
        if (market.isEmpty()) {
            return new Outcome.NotApplicable("No unit earns a percentage of transactions.");
        }
        Optional<Provision> backend = evidence.providerOf(market.get());
        if (backend.isEmpty()) {
            return new Outcome.NotApplicable("No unit provides a backend to %s.".formatted(market.get()));
        }
        BigFraction fees = new BigFraction(evidence.revenue(market.get(), LineKind.FEE))
                .multiply(assumptions.factor(Assumption.FEES));
        BigFraction outside = backend.get().revenue(EXTERNAL);
        Outcome.Measured measured = claim.measured(backend.get().cost().divide(fees))
                .about("marketplace", market.get())
                .about("backend", backend.get().provider())
                .figure("fees", fees)
                .figure("backendCost", backend.get().cost())
                .figure("outsideRevenue", outside)
                .from(evidence.accounts(backend.get(), market.get()));
        return outside.signum() == 0 ? measured : measured.failing("Customers outside pay for the backend, too.");
    }

    static Outcome byCustomersOutside(Claim claim, Evidence evidence, Assumptions assumptions) {
        Optional<Provision> cloud = evidence.cloud();
        if (cloud.isEmpty()) {
            return new Outcome.NotApplicable("No unit provides anything to customers outside.");
        }
        BigFraction outside = cloud.get().revenue(EXTERNAL);
        BigFraction inside = BigFraction.ZERO;
        for (String player : cloud.get().players()) {
            inside = player.equals(EXTERNAL) ? inside : inside.add(cloud.get().revenue(player));
        }
        inside = inside.multiply(assumptions.factor(Assumption.CHARGES));
        return claim.measured(outside.divide(outside.add(inside)))
                .about("cloud", cloud.get().provider())
                .figure("outsidePayments", outside)
                .figure("unitsPayments", inside)
                .from(evidence.accounts(cloud.get()));
    }

    static Outcome byAdvertising(Claim claim, Evidence evidence, Assumptions assumptions) {
        Optional<String> search = evidence.mostOf(LineKind.ADVERTISING).filter(evidence::livesOnAdvertising);
        if (search.isEmpty()) {
            return new Outcome.NotApplicable("No unit lives on advertising.");
        }
        Optional<Provision> backend =
                evidence.providerOf(search.get()).filter(one -> one.cost().signum() > 0);
        if (backend.isEmpty()) {
            return new Outcome.NotApplicable("No unit provides a backend to %s.".formatted(search.get()));
        }
        BigFraction paid = backend.get().revenue(search.get()).multiply(assumptions.factor(Assumption.CHARGES));
        return claim.measured(paid.divide(backend.get().cost()))
                .about("search", search.get())
                .about("backend", backend.get().provider())
                .figure("charges", paid)
                .figure("backendCost", backend.get().cost())
                .figure("advertisingRevenue", new BigFraction(evidence.revenue(search.get(), LineKind.ADVERTISING)))
                .from(evidence.accounts(backend.get(), search.get()));
    }
}

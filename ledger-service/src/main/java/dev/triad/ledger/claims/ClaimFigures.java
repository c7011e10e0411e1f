package dev.triad.ledger.claims;

import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.Balances;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.Figures;
import dev.triad.ledger.cohort.CohortFigures;
import dev.triad.ledger.provision.CapacityUse;
import dev.triad.ledger.provision.Provision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the evidence for claims. */
@ApplicationScoped
class ClaimFigures {
    private final Figures figures;
    private final CohortFigures cohorts;
    private final Balances balances;

    ClaimFigures(Figures figures, CohortFigures cohorts, Balances balances) {
        this.figures = figures;
        this.cohorts = cohorts;
        this.balances = balances;
    }

    Evidence of(BookSpan.Asked asked) {
        Evidence evidence = Evidence.of(
                List.copyOf(asked.known().group().units().keySet()), figures.balances(asked), cohorts.of(asked));
        Optional<Provision> cloud = evidence.cloud();
        Optional<String> store = cloud.flatMap(evidence::storeOf);
        return cloud.isEmpty() || store.isEmpty()
                ? evidence
                : evidence.with(use(asked, cloud.get().provider(), evidence)
                        .headRoom(store.get())
                        .orElse(null));
    }

    /** Day by day, of the few accounts that tell it. */
    private CapacityUse use(BookSpan.Asked asked, String provider, Evidence evidence) {
        List<String> accounts =
                CapacityUse.accounts(provider, evidence.balances().keySet());
        if (accounts.isEmpty()) {
            return CapacityUse.of(provider, List.of());
        }
        return CapacityUse.of(
                provider,
                balances
                        .series(
                                asked.open(),
                                AccountFilter.named(asked.known().id(), accounts),
                                asked.from(),
                                asked.to(),
                                "day")
                        .stream()
                        .map(step -> new CapacityUse.Movement(step.from(), step.turnover()))
                        .toList());
    }
}

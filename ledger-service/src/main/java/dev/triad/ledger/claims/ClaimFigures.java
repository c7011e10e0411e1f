package dev.triad.ledger.claims;

import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.Figures;
import dev.triad.ledger.cohort.CohortFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the evidence for claims. */
@ApplicationScoped
class ClaimFigures {
    private final Figures figures;
    private final CohortFigures cohorts;

    ClaimFigures(Figures figures, CohortFigures cohorts) {
        this.figures = figures;
        this.cohorts = cohorts;
    }

    Evidence of(BookSpan.Asked asked) {
        return Evidence.of(
                List.copyOf(asked.known().group().units().keySet()), figures.balances(asked), cohorts.of(asked));
    }
}

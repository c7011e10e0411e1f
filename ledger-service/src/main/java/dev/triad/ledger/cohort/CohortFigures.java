package dev.triad.ledger.cohort;

import static dev.triad.ledger.posting.AccountNames.ATTRIBUTED_CONTRIBUTION;
import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;
import static dev.triad.ledger.posting.AccountNames.INTERSEGMENT_EXPENSES;
import static dev.triad.ledger.posting.AccountNames.STOREFRONT;

import dev.triad.events.LineKind;
import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.Balances;
import dev.triad.ledger.account.BookSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the cohorts of a group's units, week by week. */
@ApplicationScoped
public class CohortFigures {
    private static final List<String> PARTS = List.of(
            ":revenue:external:" + LineKind.DEVICE.code() + ":",
            ":revenue:returns:matched:",
            ":expenses:cost-of-sales:" + LineKind.DEVICE.code() + ":",
            IMPUTED_SUBSIDY + STOREFRONT + ":received:",
            INTERSEGMENT_EXPENSES,
            ATTRIBUTED_CONTRIBUTION + "received:");

    private final Balances balances;

    CohortFigures(Balances balances) {
        this.balances = balances;
    }

    /** By unit. */
    public Map<String, CohortBook> of(BookSpan.Asked asked) {
        List<CohortBook.Movement> movements = new ArrayList<>();
        for (String part : PARTS) {
            balances.series(
                            asked.open(),
                            AccountFilter.containing(asked.known().id(), part),
                            asked.from(),
                            asked.to(),
                            "week")
                    .forEach(step -> movements.add(new CohortBook.Movement(step.from(), step.turnover())));
        }
        return CohortBook.of(movements);
    }
}

package dev.triad.cli.imports.format;

import dev.triad.cli.imports.format.ReportLine.Figure;
import dev.triad.cli.imports.format.ReportLine.Item;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.EventIds;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Makes the events of a segment's year: what it took in as one sale, and what is left of that beside the operating
 * income as one cost. Their subject is where the figure comes from. Their ids are made of group, segment and year and of
 * nothing that is said about them, so that a figure that is corrected later is not a second one beside the first.
 */
final class ReportEvents {
    static final String POOL = "segment-operating-expenses";

    private static final String CHANNEL = "annual-report";

    private ReportEvents() {}

    /** Fails when a figure breaks the contract, so that no event does later. */
    static void requirePostable(String group, Figure figure) {
        sale(group, figure);
        cost(group, figure, figure.amount(Item.REVENUE));
    }

    static CloudEvent sale(String group, Figure figure) {
        SaleLine line = new SaleLine(
                "revenue of fiscal year " + figure.year().number(),
                CHANNEL,
                LineKind.SERVICE,
                BigDecimal.ONE,
                figure.amount(Item.REVENUE),
                null);
        SaleRecorded sale = new SaleRecorded(CHANNEL, null, List.of(line), null, List.of());
        Source source = source(group, figure);
        Instant time = figure.year().end();
        return new CloudEvent(id(time, source, "revenue", figure), source, figure.evidence(), time, sale);
    }

    /**
     * The cost of a year.
     *
     * @param figure what states the operating income
     * @param revenue what it is left of
     */
    static CloudEvent cost(String group, Figure figure, BigDecimal revenue) {
        Source source = source(group, figure);
        Instant time = figure.year().end();
        CostIncurred cost = new CostIncurred(
                source.unit(),
                POOL,
                // A report does not tell fixed from variable, and most of it is the cost of what was sold.
                CostBehaviour.VARIABLE,
                revenue.subtract(figure.amount(Item.OPERATING_INCOME)),
                List.of(source.unit()),
                figure.year().period());
        return new CloudEvent(id(time, source, POOL, figure), source, figure.evidence(), time, cost);
    }

    private static Source source(String group, Figure figure) {
        return new Source(group, figure.segment().unit());
    }

    private static UUID id(Instant time, Source source, String what, Figure figure) {
        return EventIds.derived(
                time, source, CHANNEL, what, Integer.toString(figure.year().number()));
    }
}

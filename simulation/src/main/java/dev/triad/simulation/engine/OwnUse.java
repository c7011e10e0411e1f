package dev.triad.simulation.engine;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostIncurred;
import dev.triad.events.Period;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.simulation.scenario.CloudUse;
import dev.triad.simulation.scenario.OperatingCost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every unit has besides its trade: its own use of the group's cloud, and its running costs. */
public final class OwnUse {
    private static final double SPREAD = 0.03;

    private OwnUse() {}

    /** The hour's use of the cloud, metered over the hour and recorded in its last second. */
    public static List<CloudEvent> metered(
            Tick tick, Chance chance, CloudScenario cloud, List<CloudUse> uses, int transactions) {
        List<CloudEvent> events = new ArrayList<>();
        for (CloudUse use : uses) {
            double base = use.perHour().asDouble() * chance.around(SPREAD);
            double quantity = base + use.perTransaction().asDouble() * transactions;
            String unit = tick.source().unit();
            events.add(tick.event(
                    tick.close(),
                    unit,
                    new UsageRecorded(
                            cloud.unit(),
                            unit,
                            ConsumerKind.UNIT,
                            use.resource(),
                            Quantities.of(quantity),
                            cloud.resource(use.resource()).unitOfMeasure(),
                            null,
                            Map.of()),
                    "usage-" + use.resource()));
        }
        return events;
    }

    /** The day's running costs, when the tick is the last one of its day. */
    public static List<CloudEvent> costs(Tick tick, List<OperatingCost> costs) {
        if (!tick.endsDay()) {
            return List.of();
        }
        Instant to = tick.to();
        Period day = new Period(to.minus(Duration.ofDays(1)), to);
        String unit = tick.source().unit();
        return costs.stream()
                .map(cost -> tick.event(
                        tick.close(),
                        cost.pool(),
                        new CostIncurred(
                                unit,
                                cost.pool(),
                                cost.behaviour(),
                                cost.perDay().value(),
                                List.of(unit),
                                day),
                        "cost-" + cost.pool()))
                .toList();
    }
}

package dev.triad.cloud.settlement;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Windows;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The amazon cloud, and usage of it. */
final class Clouds {
    static final Scenario AMAZON = new ScenarioLoader(Optional.empty()).load("amazon");
    static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private Clouds() {}

    static CloudEvent usage(String consumer, String time, String quantity) {
        return usage(consumer, "compute", time, quantity, 1);
    }

    static CloudEvent usage(String consumer, String resource, String time, String quantity, int windowHours) {
        boolean unit = AMAZON.internalTenants().contains(consumer);
        Source source = new Source("amazon", unit ? consumer : "cloud");
        UsageRecorded usage = new UsageRecorded(
                "cloud",
                consumer,
                unit ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                resource,
                new BigDecimal(quantity),
                AMAZON.cloud().resource(resource).unitOfMeasure(),
                null,
                Map.of(Windows.LABEL, Windows.label(windowHours)));
        Instant at = Instant.parse(time);
        return new CloudEvent(EventIds.derived(at, source, consumer, resource, quantity), source, consumer, at, usage);
    }
}

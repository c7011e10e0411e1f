package dev.triad.cloud.simulation;

import dev.triad.cloud.rate.Rate;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Chance;
import dev.triad.simulation.engine.Quantities;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.engine.UnitModel;
import dev.triad.simulation.engine.Windows;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.simulation.scenario.CloudScenario.Tenants;
import dev.triad.simulation.scenario.ResourceScenario;
import dev.triad.simulation.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outside world of a cloud: its first tick declares the group and publishes the first rates; from
 * then on its customers use it, large and small, growing over the year and following the office day. A
 * cloud without customers outside is silent from then on.
 */
public final class CloudModel implements UnitModel<CloudState> {
    private static final double SPREAD = 0.08;
    private static final double HOURS_OF_YEAR = 8_760;
    private static final double HOURS_OF_DAY = 24;

    private final Scenario scenario;
    private final CloudScenario cloud;

    public CloudModel(Scenario scenario) {
        this.scenario = scenario;
        this.cloud = scenario.cloud();
    }

    @Override
    public Source source() {
        return scenario.source(cloud.unit());
    }

    @Override
    public Instant start() {
        return scenario.history().start();
    }

    @Override
    public Class<CloudState> stateType() {
        return CloudState.class;
    }

    @Override
    public CloudState initial() {
        return new CloudState(false);
    }

    @Override
    public TickResult<CloudState> tick(CloudState state, Tick tick, Chance chance) {
        List<CloudEvent> events = new ArrayList<>();
        if (!state.declared()) {
            events.addAll(declaration(tick));
        }
        if (cloud.tenants() != null) {
            events.addAll(usage(cloud.tenants(), tick, chance));
        }
        return new TickResult<>(new CloudState(true), events);
    }

    private List<CloudEvent> declaration(Tick tick) {
        List<CloudEvent> events = new ArrayList<>();
        events.add(tick.event(tick.from(), scenario.group(), scenario.declaration(), "group"));
        for (ResourceScenario resource : cloud.resources()) {
            events.add(tick.event(
                    tick.from(),
                    resource.resource(),
                    Rate.initial(cloud, resource).published(cloud, resource, tick.from()),
                    "rate-" + resource.resource()));
        }
        return events;
    }

    private List<CloudEvent> usage(Tenants tenants, Tick tick, Chance chance) {
        List<CloudEvent> events = new ArrayList<>();
        int hours = tenants.meteringHours().value().intValueExact();
        for (int tenant = 0; tenant < tenants.names().size(); tenant++) {
            // Customers take turns, so that usage flows evenly.
            if (Windows.endsWith(tick, hours, tenant)) {
                events.addAll(usage(tenants, tick, chance, tenant));
            }
        }
        return events;
    }

    private List<CloudEvent> usage(Tenants tenants, Tick tick, Chance chance, int tenant) {
        String name = tenants.names().get(tenant);
        int hours = Windows.covered(tick, tenants.meteringHours().value().intValueExact());
        List<CloudEvent> events = new ArrayList<>();
        for (ResourceScenario resource : cloud.resources()) {
            double quantity = resource.tenantsPerDay().asDouble()
                    * size(tenants, tenant)
                    * growth(tenants, tick)
                    * (resource.followsDay() ? Windows.share(tick, hours, tenants.dailyShape()) : hours / HOURS_OF_DAY)
                    * tick.rate()
                    * chance.around(SPREAD);
            if (quantity > 0) {
                UsageRecorded usage = new UsageRecorded(
                        cloud.unit(),
                        name,
                        ConsumerKind.TENANT,
                        resource.resource(),
                        Quantities.of(quantity),
                        resource.unitOfMeasure(),
                        null,
                        Map.of(Windows.LABEL, Windows.label(hours)));
                events.add(tick.event(tick.close(), name, usage, "usage-" + name + "-" + resource.resource()));
            }
        }
        return events;
    }

    /** A customer's share of what all of them use. */
    private static double size(Tenants tenants, int tenant) {
        double sum = 0;
        for (int n = 0; n < tenants.names().size(); n++) {
            sum += weight(tenants, n);
        }
        return weight(tenants, tenant) / sum;
    }

    private static double weight(Tenants tenants, int tenant) {
        return StrictMath.pow(tenant + 1, -tenants.sizeExponent().asDouble());
    }

    private static double growth(Tenants tenants, Tick tick) {
        double years = tick.number() / HOURS_OF_YEAR;
        return StrictMath.pow(1 + tenants.yearlyGrowth().asDouble(), years);
    }
}

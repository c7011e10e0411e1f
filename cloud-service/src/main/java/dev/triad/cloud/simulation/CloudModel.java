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
 * then on its customers use it, large and small, growing over the year and following the office day.
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
        int hours = cloud.tenants().meteringHours().value().intValueExact();
        for (int tenant = 0; tenant < cloud.tenants().names().size(); tenant++) {
            // Customers take turns, so that usage flows evenly.
            if (Windows.endsWith(tick, hours, tenant)) {
                events.addAll(usage(tick, chance, tenant, Windows.covered(tick, hours)));
            }
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

    private List<CloudEvent> usage(Tick tick, Chance chance, int tenant, int hours) {
        String name = cloud.tenants().names().get(tenant);
        List<CloudEvent> events = new ArrayList<>();
        for (ResourceScenario resource : cloud.resources()) {
            double quantity = resource.tenantsPerDay().asDouble()
                    * size(tenant)
                    * growth(tick)
                    * shareOfDay(resource, tick, hours)
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
    private double size(int tenant) {
        Tenants tenants = cloud.tenants();
        double sum = 0;
        for (int n = 0; n < tenants.names().size(); n++) {
            sum += weight(n);
        }
        return weight(tenant) / sum;
    }

    private double weight(int tenant) {
        return StrictMath.pow(tenant + 1, -cloud.tenants().sizeExponent().asDouble());
    }

    private double growth(Tick tick) {
        double years = tick.number() / HOURS_OF_YEAR;
        return StrictMath.pow(1 + cloud.tenants().yearlyGrowth().asDouble(), years);
    }

    private double shareOfDay(ResourceScenario resource, Tick tick, int hours) {
        return resource.followsDay()
                ? Windows.share(tick, hours, cloud.tenants().dailyShape())
                : hours / HOURS_OF_DAY;
    }
}

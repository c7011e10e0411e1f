package dev.triad.simulation.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cloud unit, or the backend of a group that sells none.
 *
 * @param unit its name in {@code ce_source}
 * @param name what people call it
 * @param operatingMargin the share of the list price that is left after all costs; what is left of 1 is
 *     the full cost
 * @param priceCutMinimum how far the full cost must have fallen before new rates are published, a share
 * @param peakUtilisationMax capacity is grown when a day's peak hour exceeds this share of it
 * @param resources what it provides
 * @param tenants its customers outside the group; absent when it has none, as the backend of a company
 *     that sells no cloud
 */
public record CloudScenario(
        String unit,
        String name,
        Calibrated operatingMargin,
        Calibrated priceCutMinimum,
        Calibrated peakUtilisationMax,
        List<ResourceScenario> resources,
        @Nullable Tenants tenants) {
    public CloudScenario {
        Check.name("unit", unit);
        Check.text("name", name);
        Check.within("operatingMargin", operatingMargin, "0", "0.99");
        Check.within("priceCutMinimum", priceCutMinimum, "0", "1");
        Check.within("peakUtilisationMax", peakUtilisationMax, "0.01", "1");
        resources = Check.list("resources", resources, 1);
        Set<String> names = new HashSet<>();
        for (ResourceScenario resource : resources) {
            if (!names.add(resource.resource())) {
                throw new ScenarioException("resources names " + resource.resource() + " twice");
            }
        }
        requireDemand(resources, tenants);
    }

    /** Demand without customers would vanish silently, and customers without demand would never be heard of. */
    private static void requireDemand(List<ResourceScenario> resources, @Nullable Tenants tenants) {
        List<ResourceScenario> demanded = resources.stream()
                .filter(resource -> resource.tenantsPerDay().value().signum() > 0)
                .toList();
        if (tenants == null && !demanded.isEmpty()) {
            throw new ScenarioException("tenants are missing, though tenantsPerDay of "
                    + demanded.getFirst().resource() + " is above zero");
        }
        if (tenants != null && demanded.isEmpty()) {
            throw new ScenarioException("tenants use nothing: tenantsPerDay of every resource is zero");
        }
    }

    /** The names of its customers outside, the largest first; none when it has none. */
    public List<String> tenantNames() {
        return tenants == null ? List.of() : tenants.names();
    }

    /** The resource of that name. */
    public ResourceScenario resource(String name) {
        return resources.stream()
                .filter(resource -> resource.resource().equals(name))
                .findFirst()
                .orElseThrow(() -> new ScenarioException(name + " is no resource of the cloud"));
    }

    /**
     * The customers outside.
     *
     * @param names their names; the first is the largest
     * @param sizeExponent how fast they get smaller: the n-th is n to the power of minus this
     * @param yearlyGrowth by which share their use grows in a year
     * @param meteringHours how many hours one usage event covers, a divisor of 24
     * @param dailyShape how their use spreads over the day
     */
    public record Tenants(
            List<String> names,
            Calibrated sizeExponent,
            Calibrated yearlyGrowth,
            Calibrated meteringHours,
            DailyShape dailyShape) {
        private static final int HOURS = 24;

        public Tenants {
            names = Check.list("names", names, 1);
            names.forEach(name -> Check.name("names", name));
            Check.within("sizeExponent", sizeExponent, "0", "5");
            Check.within("yearlyGrowth", yearlyGrowth, "-0.99", "10");
            Check.within("meteringHours", meteringHours, "1", "24");
            Check.present("dailyShape", dailyShape);
            if (HOURS % meteringHours.value().intValueExact() != 0) {
                throw new ScenarioException("meteringHours must divide 24");
            }
        }
    }
}

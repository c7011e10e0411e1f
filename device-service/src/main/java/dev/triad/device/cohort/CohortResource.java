package dev.triad.device.cohort;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.device.simulation.DeviceState;
import dev.triad.simulation.runner.Simulation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cohorts over HTTP. */
@Path("/api/v1/cohorts")
@Tag(name = "cohorts")
public class CohortResource {
    /**
     * The devices in use.
     *
     * @param group the group
     * @param unit the unit
     * @param cohorts by product and week of sale
     */
    public record Cohorted(String group, String unit, List<CohortCount> cohorts) {}

    private record Key(String product, String cohort) {}

    private final DeviceScenarios devices;
    private final Simulation simulation;
    private final SoldByCommand sold;

    CohortResource(DeviceScenarios devices, Simulation simulation, SoldByCommand sold) {
        this.devices = devices;
        this.simulation = simulation;
        this.sold = sold;
    }

    @GET
    @Needs(Role.READER)
    @Operation(summary = "Devices in use by product and ISO week of sale, other makers' included")
    public Cohorted get(@QueryParam("group") @Nullable String group) {
        DeviceScenarios.DeviceUnit unit = devices.require(group);
        List<CohortCount> simulated =
                simulation.state(unit.source(), DeviceState.class).cohorts();
        Map<Key, Long> sums = new TreeMap<>(Comparator.comparing(Key::product).thenComparing(Key::cohort));
        Stream.concat(simulated.stream(), sold.of(unit.source()).stream())
                .forEach(count -> sums.merge(new Key(count.product(), count.cohort()), count.devices(), Long::sum));
        return new Cohorted(
                unit.source().group(),
                unit.source().unit(),
                sums.entrySet().stream()
                        .map(sum -> new CohortCount(
                                sum.getKey().product(), sum.getKey().cohort(), sum.getValue()))
                        .toList());
    }
}

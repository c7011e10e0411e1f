package dev.triad.device.cohort;

import dev.triad.access.web.Access;
import dev.triad.events.Source;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.DeviceScenario;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The device units of this service, by group. */
@Singleton
public class DeviceScenarios {
    /**
     * One device unit.
     *
     * @param source the unit
     * @param scenario its group
     * @param device what it is like
     */
    public record DeviceUnit(Source source, Scenario scenario, DeviceScenario device) {}

    private final List<DeviceUnit> units = new ArrayList<>();
    private final Access access;

    DeviceScenarios(Scenarios scenarios, Access access) {
        this.access = access;
        for (Scenario scenario : scenarios.all()) {
            DeviceScenario device = scenario.device();
            if (device != null) {
                units.add(new DeviceUnit(scenario.source(device.unit()), scenario, device));
            }
        }
    }

    public List<DeviceUnit> all() {
        return List.copyOf(units);
    }

    /**
     * The device unit of a group, or the first one when none is named; those that the caller does not see are not there.
     *
     * @throws dev.triad.problem.ProblemException when there is none
     */
    public DeviceUnit require(@Nullable String group) {
        return units.stream()
                .filter(unit -> access.sees(unit.source().group()))
                .filter(unit -> group == null || unit.source().group().equals(group))
                .findFirst()
                .orElseThrow(
                        () -> ProblemCode.UNKNOWN_GROUP.exception("group", "no device unit of this group is here"));
    }
}

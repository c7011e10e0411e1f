package dev.triad.cloud.metering;

import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The clouds of this service, by group. */
@Singleton
public class Clouds {
    private final Scenarios scenarios;

    Clouds(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * The scenario of a group, or the first one when none is named.
     *
     * @throws dev.triad.problem.ProblemException when there is none
     */
    public Scenario require(@Nullable String group) {
        return scenarios.all().stream()
                .filter(scenario -> group == null || scenario.group().equals(group))
                .findFirst()
                .orElseThrow(() -> ProblemCode.UNKNOWN_GROUP.exception("group", "no cloud of this group is here"));
    }
}

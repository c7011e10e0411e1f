package dev.triad.cloud.metering;

import dev.triad.access.web.Access;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The clouds of this service, by group. */
@Singleton
public class Clouds {
    private final Scenarios scenarios;
    private final Access access;

    Clouds(Scenarios scenarios, Access access) {
        this.scenarios = scenarios;
        this.access = access;
    }

    /**
     * The scenario of a group, or the first one when none is named; those that the caller does not see are not there.
     *
     * @throws dev.triad.problem.ProblemException when there is none
     */
    public Scenario require(@Nullable String group) {
        return scenarios.all().stream()
                .filter(scenario -> access.sees(scenario.group()))
                .filter(scenario -> group == null || scenario.group().equals(group))
                .findFirst()
                .orElseThrow(() -> ProblemCode.UNKNOWN_GROUP.exception("group", "no cloud of this group is here"));
    }
}

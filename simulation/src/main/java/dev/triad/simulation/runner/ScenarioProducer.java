package dev.triad.simulation.runner;

import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the scenarios that the configuration names. */
@Singleton
class ScenarioProducer {
    /** The groups that run when nothing else is configured; a command that names none is for the first. */
    private static final String GROUPS = "amazon,ebay,google,microsoft";

    @Produces
    @Singleton
    Scenarios scenarios(
            @ConfigProperty(name = "triad.scenarios", defaultValue = GROUPS) List<String> groups,
            @ConfigProperty(name = "triad.scenario-folder") Optional<Path> folder) {
        ScenarioLoader loader = new ScenarioLoader(folder);
        return new Scenarios(groups.stream().map(loader::load).toList());
    }
}

package dev.triad.cli.stack;

import dev.triad.cli.Home;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Knows how each component starts from what has been built in the project's folder. */
final class Starters {
    private static final Path BUILT = Home.find().resolve("cli/target");

    private Starters() {}

    /**
     * The starters of these components.
     *
     * @param recordingCaches whether this start writes the caches that make later starts quick
     * @param settings environment variables for each of the services, beside those that say where everything is
     */
    static Map<Component, Starter> of(
            Set<Component> components,
            DataDirectory data,
            Ports ports,
            boolean recordingCaches,
            Function<Component, Map<String, String>> settings) {
        JavaFlags flags = new JavaFlags(caches(), recordingCaches);
        Map<Component, Starter> starters = new EnumMap<>(Component.class);
        for (Component component : components) {
            int port = ports.of(component);
            starters.put(
                    component,
                    switch (component) {
                        case KAFKA -> new BrokerStarter(data, port, BUILT.resolve("lib"), flags);
                        case POSTGRES -> new DatabaseStarter(data, port, BUILT.resolve("postgres"));
                        case STORE, CLOUD, DEVICE, LEDGER ->
                            new ServiceStarter(component, Home.find(), data, ports, flags, settings.apply(component));
                    });
        }
        return starters;
    }

    static Path caches() {
        return BUILT.resolve("caches");
    }
}

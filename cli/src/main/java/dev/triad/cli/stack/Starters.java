package dev.triad.cli.stack;

import dev.triad.cli.Home;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Knows how each component starts from what has been built in the project's folder. */
final class Starters {
    private static final Path BUILT = Home.find().resolve("cli/target");

    private Starters() {}

    static Map<Component, Starter> of(
            Set<Component> components, DataDirectory data, Ports ports, boolean recordingCaches) {
        JavaFlags flags = new JavaFlags(caches(), recordingCaches);
        Map<Component, Starter> starters = new EnumMap<>(Component.class);
        for (Component component : components) {
            starters.put(component, starter(component, data, ports, flags));
        }
        return starters;
    }

    static Path caches() {
        return BUILT.resolve("caches");
    }

    private static Starter starter(Component component, DataDirectory data, Ports ports, JavaFlags flags) {
        int port = ports.of(component);
        return switch (component) {
            case KAFKA -> new BrokerStarter(data, port, BUILT.resolve("lib"), flags);
            case POSTGRES -> new DatabaseStarter(data, port, BUILT.resolve("postgres"));
            case STORE, CLOUD, DEVICE, LEDGER -> new ServiceStarter(component, Home.find(), data, ports, flags);
        };
    }
}

package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The port of each component of one stack: 1 to 65535, no two the same; the default where none is named. */
record Ports(Map<Component, Integer> byComponent) {
    private static final int LARGEST = 65_535;

    Ports {
        byComponent = Map.copyOf(byComponent);
        Map<Integer, Component> owners = new HashMap<>();
        for (Component component : Component.values()) {
            Integer port = byComponent.get(component);
            if (port != null) {
                check(component, port, owners.put(port, component));
            }
        }
    }

    int of(Component component) {
        Integer port = byComponent.get(component);
        return port == null ? component.defaultPort() : port;
    }

    private static void check(Component component, int port, @Nullable Component other) {
        if (port < 1 || port > LARGEST) {
            throw new CommandException(
                    component.portOption() + " must be 1 to " + LARGEST + ", not " + port + ".", ExitCode.USAGE);
        }
        if (other != null) {
            throw new CommandException(
                    "%s and %s cannot both use port %d: change %s or %s."
                            .formatted(
                                    other.label(), component.label(), port, other.portOption(), component.portOption()),
                    ExitCode.USAGE);
        }
    }
}

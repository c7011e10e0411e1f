package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The port of each component of one stack: 1 to 65535, no two the same; the default where none is named. */
public record Ports(Map<Component, Integer> byComponent) {
    private static final int LARGEST = 65_535;
    private static final int FREE_LEAST = 10_000;
    private static final int FREE_MOST = 32_000;
    private static final int FREE_TRIES_MAX = 1_000;

    public Ports {
        byComponent = Map.copyOf(byComponent);
        Map<Integer, Component> owners = new HashMap<>();
        for (Component component : Component.values()) {
            Integer port = byComponent.get(component);
            if (port != null) {
                check(component, port, owners.put(port, component));
            }
        }
    }

    /**
     * A port for each component that nobody uses at the moment, below those that systems give to outgoing
     * connections: so it stays free while a component is down for a while.
     */
    public static Ports free() {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            int port = freePort();
            while (ports.containsValue(port)) {
                port = freePort();
            }
            ports.put(component, port);
        }
        return new Ports(ports);
    }

    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(FREE_LEAST, FREE_MOST)
                .limit(FREE_TRIES_MAX)
                .filter(PortCheck::isFree)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "No free port was found between %d and %d.".formatted(FREE_LEAST, FREE_MOST)));
    }

    /** The same ports, but for one. */
    public Ports with(Component component, int port) {
        Map<Component, Integer> ports = new EnumMap<>(byComponent);
        ports.put(component, port);
        return new Ports(ports);
    }

    public int of(Component component) {
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

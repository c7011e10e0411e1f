package dev.triad.cli.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What people are told once the stack is up: where everything is, and what is worth a try. */
final class Welcome {
    private Welcome() {}

    static void print(PrintStream out, DataDirectory data, Ports ports, Set<Component> components, Duration took) {
        out.printf("%nTriad is up after %s.%n%n", Seconds.of(took));
        for (Component component : components) {
            out.println("  " + address(component, ports.of(component)));
        }
        if (components.contains(Component.LEDGER)) {
            out.printf("%nLook at it: http://localhost:%d%n", ports.of(Component.LEDGER));
        }
        if (components.containsAll(Set.of(Component.LEDGER, Component.STORE))) {
            out.printf("%nWorth a try:%n");
            curls(ports).forEach(curl -> out.println("  " + curl));
        }
        out.printf(
                "%nLogs: %s. Ctrl-C stops everything; in another terminal, ./triad status and ./triad down.%n",
                data.logs());
        out.flush();
    }

    /** One line a component, each after a line's end. */
    static String urls(RunState state) {
        StringBuilder urls = new StringBuilder();
        for (ComponentRun run : state.components()) {
            urls.append(System.lineSeparator()).append("  ").append(address(run.component(), run.port()));
        }
        return urls.toString();
    }

    private static String address(Component component, int port) {
        return switch (component) {
            case KAFKA -> "%-9s localhost:%d".formatted(component.label(), port);
            case POSTGRES ->
                "%-9s jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(component.label(), port);
            case STORE, CLOUD, DEVICE, LEDGER ->
                "%-9s http://localhost:%d   API: http://localhost:%d/q/swagger-ui"
                        .formatted(component.label(), port, port);
        };
    }

    /** Requests to try, each a line that a shell runs as it is; a test does. */
    static List<String> curls(Ports ports) {
        String groups = "http://localhost:%d/api/v1/groups".formatted(ports.of(Component.LEDGER));
        String store = "http://localhost:%d/api/v1".formatted(ports.of(Component.STORE));
        return List.of(
                "curl " + groups,
                "curl " + groups + "/amazon/trial-balance",
                "curl " + groups + "/amazon/subsidies",
                "curl --json '{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}' " + store + "/orders");
    }
}

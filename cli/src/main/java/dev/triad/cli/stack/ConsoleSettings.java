package dev.triad.cli.stack;

import java.util.Map;

/**
 * What the ledger's page and the units' services have to know of one another, whatever their ports: the page, where the
 * services are, and they, from which page they may be asked.
 */
final class ConsoleSettings {
    private ConsoleSettings() {}

    /** Environment variables for a component. */
    static Map<String, String> of(Component component, Ports ports) {
        return switch (component) {
            case LEDGER ->
                Map.of(
                        "TRIAD_SERVICES_STORE", address("localhost", ports.of(Component.STORE)),
                        "TRIAD_SERVICES_CLOUD", address("localhost", ports.of(Component.CLOUD)),
                        "TRIAD_SERVICES_DEVICE", address("localhost", ports.of(Component.DEVICE)));
            case STORE, CLOUD, DEVICE -> {
                int ledger = ports.of(Component.LEDGER);
                yield Map.of(
                        "TRIAD_CONSOLE_ORIGINS", address("localhost", ledger) + ',' + address("127.0.0.1", ledger));
            }
            case KAFKA, POSTGRES -> Map.of();
        };
    }

    private static String address(String host, int port) {
        return "http://" + host + ':' + port;
    }
}

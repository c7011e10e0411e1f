package dev.triad.cli.stack;

import java.util.List;

/** How each service's Java runs: small, and quick to start. */
final class ServiceMemory {
    private ServiceMemory() {}

    static List<String> flags(Component service) {
        return switch (service) {
            // The ledger works hard for as long as it runs, and so gets the optimising compiler.
            case LEDGER -> List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:-UsePerfData");
            case STORE, CLOUD, DEVICE ->
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
            case KAFKA, POSTGRES -> throw new IllegalArgumentException(service.label() + " is no service");
        };
    }
}

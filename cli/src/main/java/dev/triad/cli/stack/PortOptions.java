package dev.triad.cli.stack;

import java.util.Map;
import picocli.CommandLine.Option;

/** One option a component for the port that it listens on. */
final class PortOptions {
    @Option(names = "--ledger-port", paramLabel = "PORT", defaultValue = "8080", description = DESCRIPTION)
    private int ledger;

    @Option(names = "--store-port", paramLabel = "PORT", defaultValue = "8081", description = DESCRIPTION)
    private int store;

    @Option(names = "--cloud-port", paramLabel = "PORT", defaultValue = "8082", description = DESCRIPTION)
    private int cloud;

    @Option(names = "--device-port", paramLabel = "PORT", defaultValue = "8083", description = DESCRIPTION)
    private int device;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = DESCRIPTION)
    private int kafka;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "15432", description = DESCRIPTION)
    private int postgres;

    private static final String DESCRIPTION = "Default: ${DEFAULT-VALUE}.";

    Ports ports() {
        return new Ports(Map.of(
                Component.LEDGER, ledger,
                Component.STORE, store,
                Component.CLOUD, cloud,
                Component.DEVICE, device,
                Component.KAFKA, kafka,
                Component.POSTGRES, postgres));
    }
}

package dev.triad.cli.kafka;

import dev.triad.cli.CommandException;
import dev.triad.events.BrokerAccess;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who one is, for a broker that wants to know. */
public final class BrokerSettingsOption {
    @Option(
            names = "--broker-settings",
            paramLabel = "FILE",
            description =
                    "Kafka's own settings by which one comes in, such as sasl.jaas.config, where the broker asks who"
                            + " one is; of all others nothing is taken.")
    private @Nullable Path file;

    /** The broker at some addresses, as the file says how to come in. */
    public BrokerAccess access(String servers) {
        try {
            return BrokerAccess.of(servers, file);
        } catch (IOException e) {
            throw new CommandException("--broker-settings: %s cannot be read (%s)".formatted(file, e));
        }
    }

    /** The file, or null where nobody is asked. */
    public @Nullable Path file() {
        return file;
    }
}

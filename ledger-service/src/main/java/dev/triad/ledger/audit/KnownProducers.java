package dev.triad.ledger.audit;

import dev.triad.signature.Producers;
import dev.triad.signature.settings.ProducersConfig;
import dev.triad.signature.settings.SigningConfig;
import dev.triad.signature.settings.SigningSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The producers that a ledger knows, for whoever reads the log without it: of the same files and the same environment. */
final class KnownProducers {
    /** Where Quarkus looks for files of settings. */
    private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";

    private static final String FILE_SCHEME = "file:";
    private static final int ORDINAL = 250;

    private KnownProducers() {}

    /**
     * Reads them.
     *
     * @param file one more file of settings
     * @throws IOException when a file cannot be read, or says what no producer can be made of
     */
    static Producers read(@Nullable String file, Map<String, String> environment) throws IOException {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(ProducersConfig.class)
                .withMapping(SigningConfig.class)
                .withSources(new EnvConfigSource(environment, ORDINAL + 1));
        String locations = environment.getOrDefault(LOCATIONS, "");
        for (String location : (file == null ? locations : locations + "," + file).split(",")) {
            if (!location.isBlank()) {
                builder.withSources(new PropertiesConfigSource(
                        path(location.strip()).toUri().toURL(), ORDINAL));
            }
        }
        try {
            SmallRyeConfig config = builder.build();
            return SigningSettings.producers(
                    config.getConfigMapping(ProducersConfig.class), config.getConfigMapping(SigningConfig.class));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IOException("The producers cannot be read: " + e.getMessage(), e);
        }
    }

    /** What Quarkus would take: a file, or a folder with application.properties in it. */
    private static Path path(String location) {
        Path path = location.startsWith(FILE_SCHEME) ? Path.of(URI.create(location)) : Path.of(location);
        return Files.isDirectory(path) ? path.resolve("application.properties") : path;
    }
}

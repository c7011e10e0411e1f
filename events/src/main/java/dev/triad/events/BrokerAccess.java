package dev.triad.events;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is and how one comes in, in Kafka's own settings: the addresses and whatever begins with
 * {@code security.}, {@code sasl.} or {@code ssl.}. It says nothing of what a client does then, and prints no secret.
 */
public final class BrokerAccess {
    private static final String SERVERS = "bootstrap.servers";
    private static final List<String> WAYS_IN = List.of("security.", "sasl.", "ssl.");

    private final Map<String, Object> settings;

    private BrokerAccess(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * A broker that asks nobody who they are.
     *
     * @param servers {@code host:port}, more of them after commas
     */
    public static BrokerAccess open(String servers) {
        return new BrokerAccess(Map.of(SERVERS, servers));
    }

    /** What of some settings, those of a service perhaps, is about coming in; the rest is left out. */
    public static BrokerAccess of(Map<String, ?> settings) {
        Map<String, Object> kept = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.equals(SERVERS) || WAYS_IN.stream().anyMatch(name::startsWith)) {
                kept.put(name, value);
            }
        });
        if (!kept.containsKey(SERVERS)) {
            throw new IllegalArgumentException("the settings name no broker: " + SERVERS + " is missing");
        }
        return new BrokerAccess(kept);
    }

    /**
     * A broker whose door a file tells how to open.
     *
     * @param file a properties file with Kafka's names, such as {@code security.protocol}; null where nobody is asked
     * @throws IOException when the file cannot be read
     */
    public static BrokerAccess of(String servers, @Nullable Path file) throws IOException {
        if (file == null) {
            return open(servers);
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        Map<String, Object> settings = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        settings.put(SERVERS, servers);
        return of(settings);
    }

    /** The settings of a client that comes in here, with its own. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.putAll(own);
        return all;
    }

    /** The addresses. */
    public String servers() {
        return String.valueOf(settings.get(SERVERS));
    }

    @Override
    public String toString() {
        return servers();
    }
}

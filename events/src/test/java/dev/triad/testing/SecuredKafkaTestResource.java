package dev.triad.testing;

import dev.triad.events.TopicSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A secured broker with Triad's topics, users and rights, and a service that has its own settings out of its own file, as
 * in deploy/secure.yml: it signs in to the log, and is asked by TLS alone. The argument {@code service} names it.
 */
public final class SecuredKafkaTestResource implements QuarkusTestResourceLifecycleManager {
    /** The setting under which a test finds the port of HTTPS. */
    public static final String HTTPS_PORT = "quarkus.http.test-ssl-port";

    private static @Nullable SecuredBroker current;

    private String service = "";

    /** The broker of the test that runs. */
    public static SecuredBroker broker() {
        SecuredBroker known = current;
        if (known == null) {
            throw new IllegalStateException("no secured broker was started");
        }
        return known;
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        SecuredBroker started = SecuredBroker.start();
        current = started;
        try {
            new TopicSetup(started.administrator()).create();
            started.setRights();
            Map<String, String> settings = new TreeMap<>(started.serviceSettings(service));
            settings.put("kafka.bootstrap.servers", started.servers());
            settings.put(HTTPS_PORT, Integer.toString(FreePorts.next()));
            // The shortest that Quarkus takes.
            settings.put("quarkus.tls.http.reload-period", "30s");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was set up", e);
        }
    }

    @Override
    public void stop() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}

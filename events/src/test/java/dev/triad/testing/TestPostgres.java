package dev.triad.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Map;

/** Real PostgreSQL servers for tests, which compile no query, as production's. */
public final class TestPostgres {
    /** Longer than a machine with other work takes. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private TestPostgres() {}

    /** One that a crash of the machine may cost its data, and which is quicker for it. */
    public static EmbeddedPostgres start() {
        return start(Map.of());
    }

    /** One that is as durable as production's. */
    public static EmbeddedPostgres startDurable() {
        return start(DURABLE);
    }

    private static EmbeddedPostgres start(Map<String, String> settings) {
        return Startup.of("PostgreSQL", () -> {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(FreePorts.next())
                    .setPGStartupWait(LONGEST)
                    .setServerConfig("jit", "off");
            settings.forEach(builder::setServerConfig);
            return builder.start();
        });
    }
}

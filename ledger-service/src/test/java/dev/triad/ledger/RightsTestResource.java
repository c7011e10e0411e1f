package dev.triad.ledger;

import dev.triad.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL in which the ledger is nobody: an owner who may make neither roles nor databases runs the migrations, one
 * login posts, and another only reads.
 */
public final class RightsTestResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        EmbeddedPostgres started = TestPostgres.startDurable();
        postgres = started;
        makeLogins(Jdbi.create(started.getPostgresDatabase()));
        return settings("jdbc:postgresql://localhost:" + started.getPort() + "/books");
    }

    /** As docs/security.md says. */
    public static void makeLogins(Jdbi superuser) {
        superuser.useHandle(handle -> {
            handle.execute("create role triad_journal nologin");
            handle.execute("create role triad_reader nologin");
            handle.execute("create role books_owner login");
            handle.execute("create role books_posting login in role triad_journal");
            handle.execute("create role books_reading login in role triad_reader");
            handle.execute("create database books owner books_owner");
        });
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", "books_posting");
        settings.put("quarkus.datasource.password", "");
        settings.put("quarkus.datasource.reading.username", "books_reading");
        settings.put("quarkus.flyway.username", "books_owner");
        // This server asks nobody for one, but a login is taken only with one.
        settings.put("quarkus.flyway.password", "unused");
        return settings;
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

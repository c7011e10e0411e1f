package dev.triad.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrepareDatabaseTest {
    private static final Map<String, String> PASSWORDS =
            Map.of(PrepareDatabase.POSTING_PASSWORD, "it's one", PrepareDatabase.READING_PASSWORD, "\\another");

    @SuppressWarnings("NullAway.Init") // Started before any test.
    private static EmbeddedPostgres postgres;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void startDatabase() {
        postgres = TestPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @Test
    void aDatabaseGetsItsSchemaAndTheTwoLoginsAsOftenAsOneLikes() throws SQLException {
        // When
        int first = prepare(PASSWORDS, url("postgres"), "postgres");
        int second = prepare(PASSWORDS, url("postgres"), "postgres");

        // Then
        assertThat(first).as(text()).isZero();
        assertThat(second).as(text()).isZero();
        assertThat(text()).contains("triad_posting and triad_reading").doesNotContain("it's one");
        try (Connection reading = DriverManager.getConnection(url("triad_reading"), "triad_reading", "\\another");
                Statement statement = reading.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select count(*) from entry")) {
                assertThat(rows.next()).isTrue();
            }
            assertThatThrownBy(() -> statement.execute("delete from suspense"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection posting = DriverManager.getConnection(url("triad_posting"), "triad_posting", "it's one");
                Statement statement = posting.createStatement()) {
            assertThat(statement.executeUpdate("delete from suspense")).isZero();
            assertThatThrownBy(() -> statement.execute("delete from entry")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(prepare(Map.of(), url("postgres"), "postgres")).isEqualTo(2);
        assertThat(text()).contains("TRIAD_POSTING_PASSWORD");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaid() {
        assertThat(prepare(PASSWORDS, "jdbc:postgresql://localhost:1/books", "postgres"))
                .isEqualTo(1);
        assertThat(text()).contains("could not be prepared");
    }

    private int prepare(Map<String, String> passwords, String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return PrepareDatabase.run(arguments, passwords, out, out);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String url(String user) {
        return postgres.getJdbcUrl(user, "postgres");
    }
}

package dev.triad.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of every version there was comes to the present one, with its schema and all that it holds. */
class SchemaTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path FIXTURES = Path.of("src/test/resources/schema");
    private static final int LATEST = migrations().size();

    /** Everything that a database consists of, as far as a program can tell: columns, constraints and indexes. */
    private static final String SCHEMA = """
            select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                   || coalesce(column_default, '') || ' ' || is_identity
            from information_schema.columns where table_schema = 'public' and table_name <> 'flyway_schema_history'
            union all
            select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace
            union all
            select 'index ' || indexdef from pg_indexes
            where schemaname = 'public' and tablename <> 'flyway_schema_history'
            order by 1
            """;

    /** The balances that the entries come to, hour by hour, and those that are kept: whatever differs. */
    private static final String DIFFERENCES = """
            with posted as (
                select account, date_trunc('hour', booked_at, 'UTC') as hour, sum(amount) as amount
                from entry cross join unnest(accounts, amounts) as posting (account, amount) group by 1, 2),
            kept as (select account_id as account, hour, sum(debit - credit) as amount from balance group by 1, 2),
            days as (select account_id as account, day, sum(debit - credit) as amount from balance_day group by 1, 2),
            months as (select account_id as account, month, sum(debit - credit) as amount from balance_month group by 1, 2)
            select 'hour' from posted full join kept using (account, hour)
            where posted.amount is distinct from kept.amount
            union all
            select 'day' from (select account, date_trunc('day', hour, 'UTC') as day, sum(amount) as amount
                               from posted group by 1, 2) sums full join days using (account, day)
            where sums.amount is distinct from days.amount
            union all
            select 'month' from (select account, date_trunc('month', hour, 'UTC') as month, sum(amount) as amount
                                 from posted group by 1, 2) sums full join months using (account, month)
            where sums.amount is distinct from months.amount
            """;

    @SuppressWarnings("NullAway.Init") // Started before any test.
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init") // Read before any test.
    private static List<String> latest;

    /** A database grows version by version, each of which is put aside. */
    @BeforeAll
    static void makeADatabaseOfEveryVersion() {
        postgres = TestPostgres.start();
        DataSource growing = database("growing", "template1");
        for (int version = 1; version <= LATEST; version++) {
            migrate(growing, version);
            fill(growing, version);
            database("of_version_" + version, "growing");
        }
        DataSource fresh = database("fresh", "template1");
        migrate(fresh, LATEST);
        latest = strings(Jdbi.create(fresh), SCHEMA);
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    static IntStream versions() {
        return IntStream.rangeClosed(1, LATEST);
    }

    @ParameterizedTest(name = "from version {0}")
    @MethodSource("versions")
    void everyVersionComesToTheLatestWithAllThatItHolds(int version) {
        // Given
        DataSource database = database("from_" + version, "of_version_" + version);
        Jdbi jdbi = Jdbi.create(database);
        Map<String, Long> before = rows(jdbi, version);

        // When
        migrate(database, LATEST);

        // Then
        assertThat(strings(jdbi, SCHEMA)).isEqualTo(latest);
        assertThat(strings(jdbi, DIFFERENCES)).isEmpty();
        assertThat(rows(jdbi, LATEST)).containsAllEntriesOf(before);
        assertThat(strings(jdbi, "select position from entry order by event_id"))
                .containsExactly(
                        String.valueOf(3L << 56 | 1),
                        String.valueOf(1L << 56 | 2L << 40 | 5),
                        String.valueOf(3L << 40 | 7));
    }

    /** Flyway refuses a database whose migrations are not those that it was made by; this says it before anyone has one. */
    @Test
    void aVersionThatIsOutIsNeverEdited() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(FIXTURES.resolve("versions.sha256"))) {
            String[] parts = line.split("\\s+");
            known.put(parts[1], parts[0]);
        }
        Map<String, String> present = new TreeMap<>();
        migrations().forEach(file -> present.put(file.getFileName().toString(), sha256(file)));

        assertThat(present)
                .as("a migration is never edited; a new one gets its line in %s", FIXTURES.resolve("versions.sha256"))
                .isEqualTo(known);
    }

    /** What some accounts held together was given accounts of its own; only reading the log again can tell it apart. */
    @ParameterizedTest(name = "version {0}")
    @CsvSource({
        "12, cloud:expenses:cost-pool:servers:fixed",
        "14, marketplace:revenue:returns:matched marketplace:revenue:external:fee"
    })
    void booksThatCannotBeCarriedOverAreRefusedWithWhatToDo(int version, String accounts) {
        DataSource database = database("refused_" + version, "template1");
        migrate(database, version);
        Jdbi jdbi = Jdbi.create(database);
        for (String account : accounts.split(" ")) {
            jdbi.useHandle(handle ->
                    handle.execute("insert into account (group_id, unit, name) values (1, 'any', ?)", account));
        }

        assertThatThrownBy(() -> migrate(database, LATEST))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("give the ledger an empty database, and it reads the log again");
        assertThat(strings(jdbi, "select max(version::int) from flyway_schema_history where success"))
                .containsExactly(String.valueOf(version));
    }

    private static DataSource database(String name, String template) {
        Jdbi.create(postgres.getPostgresDatabase())
                .useHandle(handle -> handle.execute("create database %s template %s".formatted(name, template)));
        return postgres.getDatabase("postgres", name);
    }

    private static void migrate(DataSource database, int version) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + MIGRATIONS)
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    private static void fill(DataSource database, int version) {
        Path fixture = FIXTURES.resolve("V" + version + ".sql");
        if (Files.exists(fixture)) {
            Jdbi.create(database)
                    .useHandle(handle -> handle.createScript(text(fixture)).execute());
        }
    }

    /** How many rows each table holds that the version had; a table that was renamed keeps its first name here. */
    private static Map<String, Long> rows(Jdbi jdbi, int version) {
        String counts = strings(
                        jdbi,
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .stream()
                .map("select '%1$s', count(*) from %1$s"::formatted)
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = jdbi.withHandle(handle -> handle.createQuery(counts)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Long requests = rows.remove("rate_request");
        if (requests != null) {
            rows.put("event_request", requests);
        }
        assertThat(rows).as("version " + version).isNotEmpty();
        return rows;
    }

    private static List<String> strings(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

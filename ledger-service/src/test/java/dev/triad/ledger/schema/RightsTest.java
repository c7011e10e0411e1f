package dev.triad.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.ledger.RightsTestResource;
import dev.triad.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role may do in the database what docs/security.md says, statement by statement and table by table, and nothing else. */
class RightsTest {
    private static final Path PAGE = Path.of("../docs/security.md");
    private static final String[] LOCATIONS = {
        "filesystem:src/main/resources/db/migration", "filesystem:src/main/resources/db/rights"
    };
    private static final String REFUSED = "42501";
    private static final Map<String, String> LOGINS =
            Map.of("triad_journal", "books_posting", "triad_reader", "books_reading");

    /** What may be done with a table; of an update, to which columns. No columns are all of them. */
    private record Rights(Set<String> kinds, Set<String> updated) {
        private static final Pattern RIGHT = Pattern.compile("([A-Z]+)(?: \\(([^)]*)\\))?");

        static Rights of(String words) {
            List<MatchResult> found = RIGHT.matcher(words).results().toList();
            return new Rights(
                    found.stream().map(right -> right.group(1)).collect(Collectors.toSet()),
                    found.stream()
                            .filter(right -> right.group(2) != null)
                            .flatMap(right -> Arrays.stream(right.group(2).split(", ")))
                            .collect(Collectors.toSet()));
        }

        boolean mayUpdate(String column) {
            return kinds.contains("UPDATE") && (updated.isEmpty() || updated.contains(column));
        }
    }

    @SuppressWarnings("NullAway.Init") // Started before any test.
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startLedgersDatabase() {
        postgres = TestPostgres.start();
        RightsTestResource.makeLogins(Jdbi.create(postgres.getPostgresDatabase()));
        migrate(postgres.getDatabase("books_owner", "books"));
        as("books_owner").useHandle(owner -> {
            owner.execute("insert into consolidation_group (name, title, asset_code, asset_scale, transfer_price)"
                    + " values ('amazon', 'Amazon', 'USD', 9, 'MARKET')");
            owner.execute("insert into book (group_id, name, title, policy, state)"
                    + " values (1, 'free', 'Free', '{}', 'rebuilding')");
        });
        as("books_posting").useHandle(journal -> journal.execute("select make_book_table(1)"));
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    static Stream<String> roles() {
        return LOGINS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleMayDoWithEveryTableWhatThePageSaysAndNothingElse(String role) throws IOException {
        // Given
        Map<String, Rights> declared = declared(role);
        Map<String, List<String>> tables = tables();
        assertThat(declared.keySet()).as("tables in %s", PAGE).isEqualTo(tables.keySet());
        Map<String, Boolean> expected = new TreeMap<>();
        Map<String, Boolean> found = new TreeMap<>();

        // When
        try (Handle session = session(role)) {
            tables.forEach((table, columns) -> statements(table, columns, Objects.requireNonNull(declared.get(table)))
                    .forEach((statement, isAllowed) -> {
                        expected.put(statement, isAllowed);
                        found.put(statement, !REFUSED.equals(state(session, statement)));
                    }));
        }

        // Then
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(tables.size() * 5);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void noRoleMayChangeWhatTheDatabaseIsMadeOf(String role) {
        try (Handle session = session(role)) {
            assertThat(definitions().filter(statement -> !REFUSED.equals(state(session, statement))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select make_book_table(2)",
                "select drop_book_table(1)",
                "select redate('{}', '{}', '{}', '{}')",
                "select grant_book_table(1)"
            })
    void whoOnlyReadsMayNotHaveTheOwnerDoAnything(String call) {
        try (Handle session = session("triad_reader")) {
            assertThat(state(session, call)).isEqualTo(REFUSED);
        }
    }

    @Test
    void aTableIsMadeForABookAloneAndDroppedOnceThatIsGone() {
        Jdbi journal = as("books_posting");
        assertThatThrownBy(() -> journal.useHandle(handle -> handle.execute("select make_book_table(2)")))
                .hasMessageContaining("there is no book 2");
        assertThatThrownBy(() -> journal.useHandle(handle -> handle.execute("select drop_book_table(1)")))
                .hasMessageContaining("the book 1 is still there");
    }

    @Test
    void whoPostsGivesAnEntryAnotherAccountingDateAndNothingElse() {
        // Given
        as("books_owner").useHandle(owner -> owner.execute("insert into source (name) values ('/amazon/store')"));
        Jdbi journal = as("books_posting");
        String event = "0195a3c0-0000-7000-8000-000000000001";
        journal.useHandle(handle -> handle.execute("""
                insert into entry (event_id, booked_at, position, digest, source_id, group_id, revision, rule, accounts, amounts)
                values (?::uuid, '2026-03-31T12:00Z', 1, ?::uuid, 1, 1, 0, 1, '{1,2}', '{5,-5}')""", event, event));
        String rest = "select to_jsonb(e) - 'booked_at' - 'occurred_at' from entry e";
        String before = text(journal, rest);

        // When
        journal.useHandle(handle -> handle.execute(
                "select redate(array[?::uuid], '{/amazon/store}', '{2026-03-31T12:00Z}', '{2026-04-01T00:00Z}')",
                event));

        // Then
        assertThat(text(
                        journal,
                        "select (booked_at at time zone 'UTC') || ' ' || (occurred_at at time zone 'UTC') from entry"))
                .isEqualTo("2026-04-01 00:00:00 2026-03-31 12:00:00");
        assertThat(text(journal, rest)).isEqualTo(before);
    }

    @Test
    void anOwnerWhoMayMakeNoRolesGoesOnWithoutAndGivesTheRightsOnceTheyAreThere() throws IOException {
        try (EmbeddedPostgres bare = TestPostgres.start()) {
            // Given
            Jdbi superuser = Jdbi.create(bare.getPostgresDatabase());
            superuser.useHandle(handle -> {
                handle.execute("create role books_owner login");
                handle.execute("create database books owner books_owner");
            });
            DataSource owner = bare.getDatabase("books_owner", "books");
            migrate(owner);
            assertThat(text(superuser, "select count(*) from pg_roles where rolname like 'triad%'"))
                    .isEqualTo("0");

            // When
            superuser.useHandle(handle -> {
                handle.execute("create role triad_journal nologin");
                handle.execute("create role triad_reader nologin");
            });
            migrate(owner);

            // Then
            assertThat(text(Jdbi.create(owner), """
                    select has_table_privilege('triad_journal', 'entry', 'insert') || ' '
                           || has_table_privilege('triad_reader', 'entry', 'select')""")).isEqualTo("true true");
        }
    }

    @Test
    void whoMayMakeRolesHasThemMade() throws IOException {
        try (EmbeddedPostgres own = TestPostgres.start()) {
            migrate(own.getPostgresDatabase());
            migrate(own.getPostgresDatabase());

            assertThat(text(Jdbi.create(own.getPostgresDatabase()), """
                            select string_agg(rolname || ' ' || rolcanlogin, ', ' order by rolname)
                            from pg_roles where rolname like 'triad%'"""))
                    .isEqualTo("triad_journal false, triad_reader false");
        }
    }

    private static Map<String, Rights> declared(String role) throws IOException {
        String section = Files.readString(PAGE).split("## Database roles\n", 2)[1];
        List<String[]> rows = section.substring(section.indexOf("| table |"))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        int column = Arrays.asList(rows.getFirst()).indexOf('`' + role + '`');
        Map<String, Rights> declared = new HashMap<>();
        rows.stream()
                .skip(2)
                .forEach(row -> declared.put(row[1].replaceAll("`([a-z_0-9]+)`.*", "$1"), Rights.of(row[column])));
        return declared;
    }

    /** Every table with its columns. */
    private static Map<String, List<String>> tables() {
        return as("books_owner")
                .withHandle(handle -> handle.createQuery("""
                                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relnamespace = 'public'::regnamespace and c.relkind not in ('i', 'I', 'S', 'c')
                                    and a.attnum > 0 and not a.attisdropped""")
                        .map((rows, _) -> Map.entry(rows.getString(1), rows.getString(2)))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static Map<String, Boolean> statements(String table, List<String> columns, Rights rights) {
        Map<String, Boolean> statements = new TreeMap<>();
        statements.put("select * from " + table, rights.kinds().contains("SELECT"));
        statements.put(
                "insert into " + table + " default values", rights.kinds().contains("INSERT"));
        statements.put("delete from " + table, rights.kinds().contains("DELETE"));
        statements.put("truncate " + table, rights.kinds().contains("TRUNCATE"));
        for (String column : columns) {
            statements.put("update %s set %s = default".formatted(table, column), rights.mayUpdate(column));
        }
        return statements;
    }

    private static Stream<String> definitions() {
        return Stream.concat(
                Stream.of(
                        "create table mine (id int)",
                        "create schema mine",
                        "create function mine() returns int language sql as 'select 1'",
                        "create role mine",
                        "set role books_owner",
                        "set session_replication_role = replica",
                        "copy (select 1) to '/tmp/mine'",
                        "alter function redate security invoker",
                        "drop function redate",
                        "alter default privileges for role books_owner grant all on tables to public"),
                tables().keySet().stream()
                        .flatMap(table -> Stream.of(
                                "drop table " + table,
                                "alter table " + table + " add column more int",
                                "alter table " + table + " disable trigger all",
                                "alter table " + table + " owner to current_user",
                                "create index on " + table + " ((1))",
                                "create rule mine as on insert to " + table + " do instead nothing")));
    }

    /** The SQLSTATE with which a statement ends, which is rolled back; empty where it does what it says. */
    private static String state(Handle session, String statement) {
        session.begin();
        try {
            session.execute(statement);
            return "";
        } catch (JdbiException e) {
            return e.getCause() instanceof SQLException refused ? refused.getSQLState() : "";
        } finally {
            session.rollback();
        }
    }

    private static Handle session(String role) {
        return as(Objects.requireNonNull(LOGINS.get(role))).open();
    }

    private static String text(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static Jdbi as(String login) {
        return Jdbi.create(postgres.getDatabase(login, "books"));
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).locations(LOCATIONS).load().migrate();
    }
}

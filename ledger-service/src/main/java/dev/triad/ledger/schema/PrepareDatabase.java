package dev.triad.ledger.schema;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database up to date, and makes the two logins that ledgers then use: {@value #POSTING} posts, {@value #READING}
 * only reads. So no ledger needs the owner's password. It may be run again at any time, and sets the passwords anew.
 *
 * <p>Arguments are the database, as a JDBC URL, and its owner, who may make roles. Passwords are taken from the environment.
 * Exit codes: 0 when all is there, 1 when the database refused, 2 for wrong usage.
 */
public final class PrepareDatabase {
    static final String POSTING = "triad_posting";
    static final String READING = "triad_reading";

    /** Where the passwords are expected: the owner's, and those that the logins are given. */
    static final String OWNER_PASSWORD = "TRIAD_DATABASE_PASSWORD";

    static final String POSTING_PASSWORD = "TRIAD_POSTING_PASSWORD";
    static final String READING_PASSWORD = "TRIAD_READING_PASSWORD";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    /** Held, as a logger that nobody holds forgets its level. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private PrepareDatabase() {}

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.WARNING);
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        String posting = environment.getOrDefault(POSTING_PASSWORD, "");
        String reading = environment.getOrDefault(READING_PASSWORD, "");
        if (arguments.length != 2 || posting.isEmpty() || reading.isEmpty()) {
            err.printf(
                    "PrepareDatabase takes two arguments, the JDBC URL and the owner, and passwords from %s, %s and %s.%n",
                    OWNER_PASSWORD, POSTING_PASSWORD, READING_PASSWORD);
            return USAGE;
        }
        String owner = environment.getOrDefault(OWNER_PASSWORD, "");
        try {
            Flyway.configure()
                    .dataSource(arguments[0], arguments[1], owner)
                    .locations("classpath:db/migration", "classpath:db/rights")
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], owner)) {
                makeLogin(connection, POSTING, "triad_journal", posting);
                makeLogin(connection, READING, "triad_reader", reading);
            }
        } catch (FlywayException | SQLException e) {
            err.println("The database could not be prepared: " + e.getMessage());
            return REFUSED;
        }
        out.printf("The database is up to date, and has the logins %s and %s.%n", POSTING, READING);
        return DONE;
    }

    private static void makeLogin(Connection connection, String login, String role, String password)
            throws SQLException {
        if (!isThere(connection, login)) {
            execute(connection, quoted(connection, "create role %I login", login));
        }
        execute(connection, quoted(connection, "grant %I to %I", role, login));
        execute(connection, quoted(connection, "alter role %I login password %L", login, password));
    }

    private static boolean isThere(Connection connection, String login) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            select.setString(1, login);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Names and passwords are no parameters of such statements; PostgreSQL itself puts them in. */
    private static String quoted(Connection connection, String form, String... parts) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            select.setString(1, form);
            select.setArray(2, connection.createArrayOf("text", parts));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

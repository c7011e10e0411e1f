package dev.triad.ledger.audit;

import dev.triad.events.BrokerAccess;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.signature.EventReader;
import dev.triad.signature.Producers;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;

/**
 * The program behind {@code triad verify}, on the packaged ledger's class path but without the ledger. It reads
 * everything in one transaction that sees one state, and so may run beside ledgers that post.
 *
 * <p>Arguments are {@code --name=value}: {@code bootstrap-servers} and {@code database} (a JDBC URL), and as they are
 * wanted {@code broker-settings} (a file of Kafka's settings with which one comes in), {@code user}, {@code differences}
 * (how many to name), {@code heads} and {@code json} (files), and {@code config} (a file of settings, for
 * {@code triad.producers}; the environment is read as the ledger reads it). The database's
 * password is taken from the environment. Exit codes: 0 all agree, 1 something differs or could not be read, 2 wrong
 * usage.
 */
public final class Verify {
    /** Where the password is expected. */
    static final String PASSWORD = "TRIAD_DATABASE_PASSWORD";

    private static final String NO_PRODUCERS = "%,d records are signed, and no signature was checked: no producers are"
            + " known here. Give the ledger's triad.producers in the environment, or in a file by --config.%n";

    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int USAGE = 2;
    private static final String DIFFERENCES_NAMED = "20";

    /** Held, as a logger that nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final Map<String, String> options;
    private final PrintStream out;

    private Verify(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.SEVERE);
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                err.println("Arguments are --name=value, and " + argument + " is not.");
                return USAGE;
            }
            options.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        if (!options.containsKey("bootstrap-servers") || !options.containsKey("database")) {
            err.println("--bootstrap-servers and --database say what to verify.");
            return USAGE;
        }
        try {
            return new Verify(options, out).run() ? AGREES : DIFFERS;
        } catch (SQLException | Audit.DatabaseFailure e) {
            err.println("The database could not be read: " + e.getMessage());
        } catch (KafkaException | IllegalStateException e) {
            err.println("The log could not be read: " + e.getMessage());
        } catch (IOException e) {
            err.println(e.getMessage());
        }
        return DIFFERS;
    }

    private boolean run() throws SQLException, IOException {
        List<LaneHead> noted =
                options.containsKey("heads") ? HeadsFile.read(Path.of(options.getOrDefault("heads", ""))) : List.of();
        Findings findings = new Findings(Integer.parseInt(options.getOrDefault("differences", DIFFERENCES_NAMED)));
        long begun = System.nanoTime();
        try (Connection connection = connect();
                LogSource log = new KafkaLog(broker())) {
            Console console = System.console();
            ProgressLines progress = new ProgressLines(out, console != null && console.isTerminal());
            Producers producers = KnownProducers.read(options.get("config"), System.getenv());
            Audit audit = new Audit(connection, log, new RecordDecoder(new EventReader(producers)), findings, progress);
            List<LaneHead> heads = audit.run(noted);
            progress.end();
            Report report = new Report(findings, heads, audit.read(), Duration.ofNanos(System.nanoTime() - begun));
            report.lines().forEach(out::println);
            if (producers.isNone() && audit.signed() > 0) {
                out.printf(NO_PRODUCERS, audit.signed());
            }
            if (options.containsKey("json")) {
                report.write(Path.of(options.getOrDefault("json", "")));
            }
            connection.rollback();
        }
        return findings.isClean();
    }

    private BrokerAccess broker() throws IOException {
        String settings = options.get("broker-settings");
        return BrokerAccess.of(
                options.getOrDefault("bootstrap-servers", ""), settings == null ? null : Path.of(settings));
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", options.getOrDefault("user", "postgres"));
        properties.setProperty("password", System.getenv().getOrDefault(PASSWORD, ""));
        properties.setProperty("ApplicationName", "triad verify");
        Connection connection = DriverManager.getConnection(options.getOrDefault("database", ""), properties);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }
}

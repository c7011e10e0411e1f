package dev.triad.cli.verify;

import dev.triad.cli.ExitCode;
import dev.triad.cli.Home;
import dev.triad.cli.faults.FaultSuite;
import dev.triad.cli.faults.Faults;
import dev.triad.cli.kafka.BrokerSettingsOption;
import dev.triad.cli.stack.DataDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code triad verify} proves the books of a stack; with {@code --faults} it makes processes of its own fail. Exit
 * codes: 0 when the books are what the log says (with {@code --faults}: when every promise was kept, whether or not a
 * fault had to be skipped); 1 when not; 2 for wrong usage; 3 when no stack runs whose books could be proved.
 */
@Command(
        name = "verify",
        description = "Reads the log again, posts it by the pure engine, and proves that the books and their hash chain"
                + " agree with it, or names what does not.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad verify",
            "  ./triad verify --heads heads.json --json report.json",
            "  ./triad verify --faults --only stale-owner --times 20"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class VerifyCommand implements Callable<Integer> {
    private static final long RECORDS_LEAST = 5_000;
    private static final long SEEDS = 1_000_000;
    private static final long REPORT_SECONDS_MAX = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--faults",
            description = "Makes processes of its own fail in the middle of their work, and holds their books to an"
                    + " oracle.")
    private boolean faults;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "With --faults: these alone: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FaultNames.class)
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--times",
            defaultValue = "5",
            paramLabel = "N",
            description = "With --faults: how often each (${DEFAULT-VALUE}).")
    private int times;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "With --faults: decides what is traded and when each fault strikes; drawn and told unless given.")
    private @Nullable Long seed;

    @Option(
            names = "--records",
            defaultValue = "40000",
            paramLabel = "N",
            description = "With --faults: how many records each round trades into the log (${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the report, or every round's figures, for programs.")
    private @Nullable Path json;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the stack keeps its data (default: .triad in the project's folder); with --faults, an"
                    + " empty folder for data and logs (default: a temporary one).")
    private @Nullable Path folder;

    @Option(
            names = "--keep",
            description = "With --faults: leaves data and logs; they stay too when a promise was broken.")
    private boolean keep;

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Heads that were noted earlier (an answer of /api/v1/chain, or a --json report): proves that"
                    + " nothing before them was rewritten.")
    private @Nullable Path heads;

    @Option(
            names = "--differences",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many differences to name; all are counted (${DEFAULT-VALUE}).")
    private int differences;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Another broker than that of the running stack.")
    private @Nullable String bootstrapServers;

    @Mixin
    private final BrokerSettingsOption brokerSettings = new BrokerSettingsOption();

    @Option(
            names = "--config",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Files of settings with the producers that the ledger knows, where events are signed; those of"
                            + " a local stack are known.")
    private final List<Path> config = new ArrayList<>();

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "Another database than that of the running stack; its password is taken from the environment"
                    + " variable TRIAD_DATABASE_PASSWORD.")
    private @Nullable String database;

    @Option(names = "--user", paramLabel = "NAME", description = "The database's user (default: postgres).")
    private @Nullable String user;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return faults ? makeFail() : proveBooks();
    }

    private int proveBooks() throws IOException, InterruptedException {
        if (!only.isEmpty() || seed != null || keep) {
            throw usage("--only, --seed and --keep go with --faults.");
        }
        if (differences < 0) {
            throw usage("--differences must not be negative.");
        }
        if (heads != null && !Files.isReadable(heads)) {
            throw usage("--heads: %s cannot be read.".formatted(heads));
        }
        for (Path file : config) {
            if (!Files.isReadable(file)) {
                throw usage("--config: %s cannot be read.".formatted(file));
            }
        }
        return new BooksProof(bootstrapServers, brokerSettings.file(), config, database, user, heads, json, differences)
                .run(stack());
    }

    private DataDirectory stack() {
        return new DataDirectory(folder == null ? Home.find().resolve(".triad") : folder);
    }

    private int makeFail() throws IOException, InterruptedException {
        if (heads != null
                || bootstrapServers != null
                || brokerSettings.file() != null
                || !config.isEmpty()
                || database != null
                || user != null) {
            throw usage(
                    "--heads, --bootstrap-servers, --broker-settings, --config, --database and --user do not go with"
                            + " --faults.");
        }
        FaultSuite.Plan plan = plan();
        Path place = place();
        PrintStream out = System.out;
        out.printf("Seed %d; data and logs in %s%n", plan.seed(), place);
        FaultSuite suite = new FaultSuite(plan, place, out);
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite, told), "end"));
        FaultSuite.Report report;
        try (suite) {
            report = suite.run();
            out.println();
            report.lines().forEach(out::println);
            if (json != null) {
                report.write(json);
            }
        } finally {
            told.countDown();
        }
        if (report.isGood() && !keep) {
            FileUtils.deleteQuietly(place.toFile());
        }
        return report.isGood() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Ctrl-C ends every process, and shows what has come of it so far. */
    private static void end(FaultSuite suite, CountDownLatch told) {
        suite.close();
        try {
            if (!told.await(REPORT_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("The round under way did not end in time; there is no report.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FaultSuite.Plan plan() {
        List<String> unknown =
                only.stream().filter(name -> !Faults.names().contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw usage("There is no fault %s; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", Faults.names())));
        }
        if (times < 1 || records < RECORDS_LEAST || seed != null && seed < 0) {
            throw usage("--times must be 1 or more, --records %d or more and --seed not negative."
                    .formatted(RECORDS_LEAST));
        }
        return new FaultSuite.Plan(
                only.isEmpty() ? Faults.names() : only,
                times,
                seed == null ? ThreadLocalRandom.current().nextLong(SEEDS) : seed,
                records);
    }

    private Path place() throws IOException {
        if (folder == null) {
            return Files.createTempDirectory("triad-faults");
        }
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw usage("--data-dir takes an empty folder, and %s is not.".formatted(folder));
            }
        }
        return folder.toAbsolutePath().normalize();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The names of all faults, for the help. */
    static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Faults.names().iterator();
        }
    }
}

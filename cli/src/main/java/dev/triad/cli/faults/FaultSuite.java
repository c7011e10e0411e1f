package dev.triad.cli.faults;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Injects every fault asked for, as often as asked for, and says what came of it. */
public final class FaultSuite implements AutoCloseable {
    private static final double MILLIS_A_SECOND = 1_000;

    /**
     * What is to be done.
     *
     * @param faults the names of the faults
     * @param times how often each, 1 or more
     * @param seed decides everything that is left to chance
     * @param records how many records each round trades into the log, duplicates included
     */
    public record Plan(List<String> faults, int times, long seed, long records) {
        public Plan {
            faults = List.copyOf(faults);
        }
    }

    private final Plan plan;
    private final Path folder;
    private final PrintStream out;
    private volatile @Nullable Stage stage;
    private volatile @Nullable Thread runner;
    private volatile boolean closed;
    private int stages;

    /**
     * @param folder a folder of its own, for data and logs
     * @param out told of every round as it ends
     */
    public FaultSuite(Plan plan, Path folder, PrintStream out) {
        this.plan = plan;
        this.folder = folder;
        this.out = out;
    }

    /** What the suite came to. */
    public static final class Report {
        private final Plan plan;
        private final List<FaultResult> results;

        private Report(Plan plan, List<FaultResult> results) {
            this.plan = plan;
            this.results = List.copyOf(results);
        }

        /** Whether no promise was broken. */
        public boolean isGood() {
            return results.stream().allMatch(FaultResult::isGood);
        }

        public List<String> lines() {
            return FaultTable.lines(results);
        }

        public void write(Path file) throws IOException {
            new FaultDocument(plan, results).write(file);
        }
    }

    /** Runs all of it, or what there is time for until it is closed; what goes wrong in a round is part of the report. */
    public Report run() throws InterruptedException {
        runner = Thread.currentThread();
        List<FaultResult> results = new ArrayList<>();
        for (Fault fault : Faults.all()) {
            if (!closed && plan.faults().contains(fault.name())) {
                results.add(rounds(fault));
            }
        }
        closeStage();
        return new Report(plan, results);
    }

    /** Ends every process, at any time and from any thread. */
    @Override
    public void close() {
        closed = true;
        closeStage();
        Thread running = runner;
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
        }
    }

    private FaultResult rounds(Fault fault) throws InterruptedException {
        Optional<String> unavailable = fault.unavailable();
        if (unavailable.isPresent()) {
            out.printf("%-20s skipped: %s%n", fault.name(), unavailable.get());
            return new FaultResult(fault.name(), fault.description(), List.of(), unavailable.get());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed : Schedule.seeds(plan.seed(), plan.times())) {
            Outcome outcome = round(fault, seed);
            if (closed) {
                break;
            }
            outcomes.add(outcome);
            tell(fault, outcomes.size(), outcome);
            if (!outcome.isGood()) {
                closeStage();
            }
        }
        return new FaultResult(fault.name(), fault.description(), outcomes, null);
    }

    private Outcome round(Fault fault, long seed) throws InterruptedException {
        try {
            return new Round(stageFor(fault), fault, seed, plan.records()).run();
        } catch (IOException | SQLException | ExecutionException | RuntimeException e) {
            return Outcome.failed(seed, e.toString());
        } catch (InterruptedException e) {
            if (!closed) {
                throw e;
            }
            return Outcome.failed(seed, "ended");
        }
    }

    /** A stage that stands as the fault wants it; one that a round has broken is not used again. */
    private Stage stageFor(Fault fault) throws IOException, InterruptedException, SQLException {
        Stage open = stage;
        if (open != null && open.setting() == fault.setting()) {
            return open;
        }
        closeStage();
        Path own = folder.resolve("stage-" + ++stages);
        Files.createDirectories(own);
        Stage fresh = Stage.in(own, fault.setting());
        stage = fresh;
        if (closed) {
            throw new CommandException("The fault suite was ended.");
        }
        fresh.start();
        return fresh;
    }

    private void closeStage() {
        Stage open = stage;
        stage = null;
        if (open != null) {
            open.close();
        }
    }

    private void tell(Fault fault, int number, Outcome outcome) {
        String came = outcome.isGood()
                ? String.format(
                        Locale.ROOT, "recovered in %.1f s", outcome.recovery().toMillis() / MILLIS_A_SECOND)
                : "BROKEN";
        out.printf("%-20s %2d/%d  seed %-11d %s%n", fault.name(), number, plan.times(), outcome.seed(), came);
        if (!outcome.isGood()) {
            outcome.broken().forEach(sentence -> out.println("    " + sentence));
            out.printf(
                    "    again: ./triad verify --faults --only %s --seed %d --times 1 --records %d%n",
                    fault.name(), outcome.seed(), plan.records());
            out.printf("    its logs: %s%n", folder);
        }
        out.flush();
    }
}

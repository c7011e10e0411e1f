package dev.triad.cli.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;

/** Something that goes wrong while the ledger takes up the log. */
interface Fault {
    /** Its name in the table and on the command line, such as {@code kill-ledger}. */
    String name();

    /** What is done, in a few words. */
    String description();

    /** Why it cannot be injected on this machine; empty when it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** What it needs to stand on. */
    default Stage.Setting setting() {
        return Stage.Setting.PLAIN;
    }

    /** How many ledgers share the work when it strikes. */
    default int replicas() {
        return 1;
    }

    /** How the events come in. */
    default Feeding feeding() {
        return Feeding.IDEMPOTENT_PRODUCER;
    }

    /** How long any one partition may stand still by it, as far as that is promised. */
    default Optional<Duration> stallMost() {
        return Optional.empty();
    }

    /**
     * Strikes, and returns when its cause is gone.
     *
     * @param chance decides everything that is left to chance
     */
    Injection strike(Stage stage, RandomGenerator chance)
            throws IOException, InterruptedException, SQLException, ExecutionException;

    /**
     * Looks, after all has come back and the books are audited, whether anything else was broken, in sentences.
     */
    default List<String> aftermath(Stage stage) throws IOException, InterruptedException {
        return List.of();
    }
}

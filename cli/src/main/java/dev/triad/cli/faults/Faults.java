package dev.triad.cli.faults;

import java.util.List;
import java.util.Optional;

/** Every fault there is, in the order in which they are injected. */
public final class Faults {
    private static final List<Fault> ALL = List.of(
            new Kill("kill-ledger", "kill -9 of the ledger", Stage::ledgers, false),
            new Kill("kill-broker", "kill -9 of the broker, back after a while", s -> List.of(s.broker()), true),
            new Kill(
                    "stop-database",
                    "immediate shutdown of PostgreSQL, back after a while",
                    stage -> List.of(stage.postgres()),
                    true),
            new Kill(
                    "kill-all",
                    "ledger, broker and database killed at once",
                    stage -> List.of(stage.ledgers().getFirst(), stage.broker(), stage.postgres()),
                    false),
            new LongOutage(),
            new RefusedConnections(),
            new Pause(
                    "pause-database",
                    "PostgreSQL suspended for a while, connections open",
                    Stage::postgres,
                    Feeding.IDEMPOTENT_PRODUCER),
            new Pause(
                    "producer-retries",
                    "the broker suspended until a producer sends again what had arrived",
                    Stage::broker,
                    Feeding.RETRYING_PRODUCER),
            new TwoImports(),
            new SecondReplica("second-replica", "a second ledger joins, and leaves in good order", false),
            new SecondReplica("lost-replica", "a second ledger joins, and dies by kill -9", true),
            new StaleOwner(),
            new RollingUpgrade(),
            new RestoredBackup(),
            new FullDisk(),
            new ClockJumps());

    private Faults() {}

    /** The names of all faults. */
    public static List<String> names() {
        return ALL.stream().map(Fault::name).toList();
    }

    static List<Fault> all() {
        return ALL;
    }

    static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}

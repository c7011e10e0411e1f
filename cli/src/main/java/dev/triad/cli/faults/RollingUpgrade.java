package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One ledger after the other is ended in good order and started again, as an orchestrator rolls a new version out. */
record RollingUpgrade() implements Fault {
    private static final Duration START_LONGEST = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration STALL_MOST = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "rolling-upgrade";
    }

    @Override
    public String description() {
        return "each of two ledgers ended in good order and started again, one after the other";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Optional<Duration> stallMost() {
        return Optional.of(STALL_MOST);
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        List<String> broken = new ArrayList<>();
        long begin = System.nanoTime();
        for (Kept ledger : stage.ledgers()) {
            replace(ledger, broken);
            if (!Crew.await(stage.servers(), START_LONGEST, crew -> true)) {
                broken.add("the partitions were not shared anew after %d s".formatted(START_LONGEST.toSeconds()));
            }
        }
        return new Injection(begin, System.nanoTime(), broken);
    }

    private static void replace(Kept ledger, List<String> broken) throws InterruptedException {
        ledger.hold();
        try {
            ledger.end();
            if (ledger.isRunning()) {
                broken.add("a ledger did not end when it was asked to");
            }
        } finally {
            ledger.release();
        }
        if (!Wait.until(START_LONGEST, BETWEEN_LOOKS, ledger::isReady)) {
            broken.add("a ledger was not ready again after %d s".formatted(START_LONGEST.toSeconds()));
        }
    }
}

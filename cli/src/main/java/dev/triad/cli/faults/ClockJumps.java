package dev.triad.cli.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The ledger's wall clock is set ahead and back, up to an hour at a time, and right again at the end. */
record ClockJumps() implements Fault {
    private static final int JUMPS_MOST = 3;
    private static final int SECONDS_MOST = 3_600;
    private static final int MILLIS_BETWEEN_LEAST = 1_100;
    private static final int MILLIS_BETWEEN_MOST = 4_000;

    @Override
    public String name() {
        return "clock-jumps";
    }

    @Override
    public String description() {
        return "the ledger's clock jumps ahead and back, up to an hour at a time";
    }

    @Override
    public Optional<String> unavailable() {
        return FakeClock.unavailable();
    }

    @Override
    public Stage.Setting setting() {
        return Stage.Setting.JUMPING_CLOCK;
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        long begin = System.nanoTime();
        int jumps = chance.nextInt(1, JUMPS_MOST + 1);
        try {
            for (int jump = 0; jump < jumps; jump++) {
                stage.clock().set(chance.nextInt(-SECONDS_MOST, SECONDS_MOST + 1));
                Wait.of(Duration.ofMillis(chance.nextInt(MILLIS_BETWEEN_LEAST, MILLIS_BETWEEN_MOST)));
            }
        } finally {
            stage.clock().set(0);
        }
        return Injection.between(begin, System.nanoTime());
    }
}

package dev.triad.cli.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The broker comes back and hands out the partitions while the database, whose offsets they need, stays away. */
record LongOutage() implements Fault {
    private static final int MILLIS_LEAST = 35_000;
    private static final int MILLIS_MOST = 50_000;

    @Override
    public String name() {
        return "long-outage";
    }

    @Override
    public String description() {
        return "broker and database killed at once, the database back after 35 to 50 s";
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        long begin = System.nanoTime();
        stage.postgres().hold();
        try {
            stage.postgres().kill();
            stage.broker().kill();
            Wait.of(Duration.ofMillis(chance.nextInt(MILLIS_LEAST, MILLIS_MOST)));
        } finally {
            stage.postgres().release();
        }
        return Injection.between(begin, System.nanoTime());
    }
}

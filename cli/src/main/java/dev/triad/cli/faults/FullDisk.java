package dev.triad.cli.faults;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The database's volume is full for a while. */
record FullDisk() implements Fault {
    private static final int BYTES_LEFT_MOST = 1 << 20;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String description() {
        return "no room left on the database's volume for a while";
    }

    @Override
    public Optional<String> unavailable() {
        return SmallVolume.unavailable();
    }

    @Override
    public Stage.Setting setting() {
        return Stage.Setting.SMALL_VOLUME;
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        stage.volume().fill(chance.nextInt(BYTES_LEFT_MOST));
        try {
            Wait.of(Wait.outage(chance));
        } finally {
            stage.volume().free();
        }
        return Injection.between(begin, System.nanoTime());
    }
}

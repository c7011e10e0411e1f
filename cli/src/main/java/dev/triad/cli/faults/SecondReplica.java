package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A second ledger joins, takes its share, and goes again.
 *
 * @param dies whether it goes without a word
 */
record SecondReplica(String name, String description, boolean dies) implements Fault {
    private static final Duration SHARE_LONGEST = Duration.ofSeconds(30);

    /** The ten seconds after which the broker gives up a ledger that died, and as long again to share anew. */
    private static final Duration STALL_MOST = Duration.ofSeconds(20);

    private static final int MILLIS_TOGETHER_LEAST = 500;
    private static final int MILLIS_TOGETHER_MOST = 3_000;

    @Override
    public Optional<Duration> stallMost() {
        return Optional.of(STALL_MOST);
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        int alone = Crew.look(stage.servers()).working();
        long begin = System.nanoTime();
        Kept second = stage.addLedger();
        if (!Crew.await(stage.servers(), SHARE_LONGEST, crew -> crew.working() > alone)) {
            broken.add("the second ledger got no share of the work in " + SHARE_LONGEST.toSeconds() + " s");
        }
        Wait.of(Duration.ofMillis(chance.nextInt(MILLIS_TOGETHER_LEAST, MILLIS_TOGETHER_MOST)));
        stage.removeLast();
        if (dies) {
            second.close();
        } else {
            second.stop();
        }
        return new Injection(begin, System.nanoTime(), broken);
    }
}

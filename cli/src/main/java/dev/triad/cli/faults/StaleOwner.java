package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;

/** One of two ledgers is suspended in the middle of its work, loses its partitions to the other, and goes on. */
record StaleOwner() implements Fault {
    private static final Duration MOVE_LONGEST = Duration.ofSeconds(40);
    private static final Duration CARRY_ON_LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int MILLIS_STALE_MOST = 2_000;

    @Override
    public String name() {
        return "stale-owner";
    }

    @Override
    public String description() {
        return "one of two ledgers suspended until its partitions have moved, then resumed";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance)
            throws InterruptedException, ExecutionException, SQLException {
        List<String> broken = new ArrayList<>();
        int together = Crew.look(stage.servers()).working();
        Kept stale = stage.ledgers().get(chance.nextInt(replicas()));
        long begin = System.nanoTime();
        stale.pause();
        try {
            if (!Crew.await(stage.servers(), MOVE_LONGEST, crew -> crew.working() < together)) {
                broken.add("the partitions had not moved after " + MOVE_LONGEST.toSeconds() + " s");
            }
            if (!othersCarryOn(stage)) {
                broken.add("the partitions had moved and stood still for " + CARRY_ON_LONGEST.toSeconds() + " s");
            }
            Wait.of(Duration.ofMillis(chance.nextInt(MILLIS_STALE_MOST)));
        } finally {
            stale.resume();
        }
        return new Injection(begin, System.nanoTime(), broken);
    }

    /** Whether the books come to where the log ends now, while the one that is suspended holds what it held. */
    private static boolean othersCarryOn(Stage stage) throws InterruptedException, ExecutionException, SQLException {
        Map<TopicPartition, Long> ends = LogEnds.of(stage.servers());
        try (Connection connection = stage.database().connect()) {
            long begin = System.nanoTime();
            while (!LogEnds.isLevel(Database.positions(connection), ends)) {
                if (System.nanoTime() - begin > CARRY_ON_LONGEST.toNanos()) {
                    return false;
                }
                Wait.of(BETWEEN_LOOKS);
            }
            return true;
        }
    }
}

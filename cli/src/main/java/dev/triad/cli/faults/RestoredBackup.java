package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import dev.triad.cli.stack.LedgerProgram;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;

/**
 * A backup is taken while the ledger posts, the database is lost some time later, and the backup is put in its place: the
 * ledger reads again what came since, and the books are proved against the whole log.
 */
record RestoredBackup() implements Fault {
    private static final Duration SINCE_LONGEST = Duration.ofSeconds(60);
    private static final Duration START_LONGEST = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int MILLIS_SINCE_MOST = 3_000;
    private static final String VERIFY = "dev.triad.ledger.audit.Verify";
    private static final int VERIFY_MEBIBYTES = 512;

    @Override
    public String name() {
        return "restored-backup";
    }

    @Override
    public String description() {
        return "the database lost, and a backup put in its place that was taken while the ledger posted";
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance)
            throws IOException, InterruptedException, SQLException {
        List<String> broken = new ArrayList<>();
        Backup backup = Backup.take(
                stage.database(), stage.postgresData(), stage.folder().resolve("backup"));
        long saved = sum(stage);
        if (!Wait.until(SINCE_LONGEST, BETWEEN_LOOKS, () -> isBeyond(stage, saved))) {
            broken.add("nothing was posted after the backup, so its restore proves nothing");
        }
        Wait.of(Duration.ofMillis(chance.nextInt(MILLIS_SINCE_MOST)));
        long lost = sum(stage);

        long begin = System.nanoTime();
        stage.ledgers().forEach(Kept::hold);
        try {
            for (Kept ledger : stage.ledgers()) {
                ledger.end();
            }
            restore(stage, backup);
            if (sum(stage) >= lost) {
                broken.add("the restored books are not behind those that were lost");
            }
        } finally {
            stage.ledgers().forEach(Kept::release);
        }
        return new Injection(begin, System.nanoTime(), broken);
    }

    private static void restore(Stage stage, Backup backup) throws IOException, InterruptedException {
        stage.postgres().hold();
        try {
            stage.postgres().kill();
            backup.restoreTo(stage.postgresData());
            backup.delete();
        } finally {
            stage.postgres().release();
        }
        if (!Wait.until(START_LONGEST, BETWEEN_LOOKS, stage.postgres()::isReady)) {
            throw new RoundException(
                    "the restored database did not start in %d s".formatted(START_LONGEST.toSeconds()));
        }
    }

    @Override
    public List<String> aftermath(Stage stage) throws IOException, InterruptedException {
        int code = LedgerProgram.run(
                VERIFY,
                List.of(
                        "--bootstrap-servers=" + stage.servers(),
                        "--database=" + stage.database().url()),
                VERIFY_MEBIBYTES,
                stage.folder().resolve("verify.log"));
        return code == 0
                ? List.of()
                : List.of("verify ended with exit code %d, see %s"
                        .formatted(code, stage.folder().resolve("verify.log")));
    }

    private static boolean isBeyond(Stage stage, long saved) {
        try {
            return sum(stage) > saved;
        } catch (SQLException e) {
            return false;
        }
    }

    private static long sum(Stage stage) throws SQLException {
        try (Connection connection = stage.database().connect()) {
            Map<TopicPartition, Long> positions = Database.positions(connection);
            return positions.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}

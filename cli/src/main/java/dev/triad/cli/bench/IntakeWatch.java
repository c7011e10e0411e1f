package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Sees from the database how the ledger takes up the log, looking every few milliseconds. */
final class IntakeWatch {
    private static final long MILLIS_BETWEEN_LOOKS = 50;
    /** A ledger that posts nothing for that long will not do so any more. */
    private static final Duration STANDSTILL_LONGEST = Duration.ofSeconds(90);

    private final Books books;
    private final long records;

    /**
     * What was seen, in nanoseconds of {@link System#nanoTime}.
     *
     * @param firstNanos when the first batch was on the books
     * @param firstRecords how many records there were then
     * @param postedNanos when the whole log had been taken up
     * @param settledNanos when nothing of it waited for anything any more
     */
    record Seen(long firstNanos, long firstRecords, long postedNanos, long settledNanos) {}

    /** @param records how many records there are in the log */
    IntakeWatch(Books books, long records) {
        this.books = books;
        this.records = records;
    }

    /**
     * Returns when every record is durable on the books and none is waiting.
     *
     * @param progress told how many are, each time that there are more
     */
    Seen await(LongConsumer progress) throws SQLException, InterruptedException {
        long posted = next(0);
        long firstNanos = System.nanoTime();
        long firstRecords = posted;
        while (posted < records) {
            progress.accept(posted);
            posted = next(posted);
        }
        progress.accept(records);
        long postedNanos = System.nanoTime();
        long deadline = System.nanoTime() + STANDSTILL_LONGEST.toNanos();
        while (books.waiting() > 0) {
            pause(deadline, records);
        }
        return new Seen(firstNanos, firstRecords, postedNanos, System.nanoTime());
    }

    /** Waits for more records to be posted than these. */
    private long next(long posted) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + STANDSTILL_LONGEST.toNanos();
        long now = books.recordsPosted();
        while (now == posted) {
            pause(deadline, posted);
            now = books.recordsPosted();
        }
        return now;
    }

    private void pause(long deadline, long posted) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new CommandException("The ledger has stood still at %,d of %,d records for %d s."
                    .formatted(posted, records, STANDSTILL_LONGEST.toSeconds()));
        }
        TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
    }
}

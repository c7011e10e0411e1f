package dev.triad.ledger.intake;

import dev.triad.ledger.journal.Failures;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.LogRewoundException;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;

/**
 * Takes batches from the log to the journal. A batch that fails is tried again in place until it is
 * written, so that none is ever skipped; while the database is away the consumer simply falls behind.
 * Nothing is acknowledged to the connector, which would do so record by record: the offsets are in the books.
 */
@Singleton
public class Intake {
    static final String EVENTS = "intake";
    static final String REFERENCE = "reference";

    /** The name of a batch among what a line of the log says beside its message. */
    private static final String LOGGED_AS = "batch";

    private static final long BACKOFF_MILLIS_MIN = 50;
    private static final long BACKOFF_MILLIS_MAX = 5_000;

    private final Journal journal;
    private final IntakeState state;
    private final ReferenceFirst referenceFirst;
    private final RecordDecoder decoder;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Rest rest;
    /** Set once a batch was given up: whatever comes after it would leave a gap, so nothing is posted any more. */
    private volatile boolean halted;

    /** Waits before another attempt, and says whether the ledger was told to stop meanwhile. */
    @FunctionalInterface
    interface Rest {
        boolean untilStopped(long millis) throws InterruptedException;
    }

    @Inject
    Intake(Journal journal, IntakeState state, ReferenceFirst referenceFirst, RecordDecoder decoder) {
        this.journal = journal;
        this.state = state;
        this.referenceFirst = referenceFirst;
        this.decoder = decoder;
        this.rest = millis -> stopping.await(millis, TimeUnit.MILLISECONDS);
    }

    Intake(Journal journal, IntakeState state, ReferenceFirst referenceFirst, Rest rest) {
        this.journal = journal;
        this.state = state;
        this.referenceFirst = referenceFirst;
        this.decoder = new RecordDecoder();
        this.rest = rest;
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Groups and rates, which the events need. */
    @Incoming(REFERENCE)
    @Acknowledgment(Acknowledgment.Strategy.NONE)
    @Blocking
    public void takeReference(ConsumerRecords<byte[], byte[]> records) {
        take(records);
    }

    @Incoming(EVENTS)
    @Acknowledgment(Acknowledgment.Strategy.NONE)
    @Blocking
    public void takeEvents(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        referenceFirst.await(stopping);
        take(records);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        if (halted) {
            throw new IllegalStateException("intake is halted; the records will be read again");
        }
        MDC.put(LOGGED_AS, BatchName.of(records));
        try (IntakeState.Batch _ = state.batch()) {
            post(decode(records));
        } catch (RuntimeException | Error e) {
            // Whatever it was, an error of the machine included: the connector would go on with the next batch.
            halt(e);
            throw e;
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    /** Halts when the books are behind what they were handed, on partitions to which nothing comes any more too. */
    void watch() throws SQLException {
        Map<TopicPartition, Long> seen = state.progress().snapshot();
        try {
            journal.requireNotRewound(seen);
        } catch (LogRewoundException e) {
            if (!halted) {
                halt(e);
            }
        }
    }

    private void halt(Throwable reason) {
        halted = true;
        if (stopping.getCount() > 0) {
            state.stopped(String.valueOf(reason.getMessage()));
            Log.errorf(reason, "intake is halted; restart the ledger");
        }
    }

    private List<Received> decode(ConsumerRecords<byte[], byte[]> records) {
        List<Received> received = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            received.add(decoder.decode(record));
        }
        return received;
    }

    private void post(List<Received> records) {
        long backoff = BACKOFF_MILLIS_MIN;
        while (!records.isEmpty()) {
            try {
                journal.post(records, state.progress().snapshot());
                posted(records);
                return;
            } catch (LogRewoundException e) {
                throw e;
            } catch (SQLException e) {
                if (Failures.heal(e)) {
                    state.failing("the database does not take batches: " + e.getSQLState());
                    Log.warnf("batch will be tried again records=%d sqlState=%s", records.size(), e.getSQLState());
                } else {
                    divide(records, e);
                    return;
                }
            } catch (RuntimeException e) {
                divide(records, e);
                return;
            }
            if (pause(backoff)) {
                throw new IllegalStateException("stopped before a batch was posted; it will be read again");
            }
            backoff = Math.min(backoff * 2, BACKOFF_MILLIS_MAX);
        }
    }

    /** What fails for a reason that time does not heal is narrowed down, until one record is set aside alone. */
    private void divide(List<Received> records, Exception reason) {
        if (records.size() > 1) {
            Log.warnf(reason, "batch is divided records=%d", records.size());
            post(records.subList(0, records.size() / 2));
            post(records.subList(records.size() / 2, records.size()));
            return;
        }
        RawRecord raw = records.getFirst().raw();
        if (records.getFirst() instanceof Received.Undecodable) {
            throw new IllegalStateException("the record at " + raw.position() + " cannot even be set aside", reason);
        }
        Log.errorf(reason, "record is set aside position=%s", raw.position());
        post(List.of(Received.Undecodable.unpostable(raw, String.valueOf(reason.getMessage()))));
    }

    private void posted(List<Received> records) {
        state.working();
        Received last = records.getFirst();
        for (Received record : records) {
            if (!record.raw().position().isBeside(last.raw().position())) {
                posted(last.raw().position());
            }
            last = record;
        }
        posted(last.raw().position());
    }

    private void posted(RecordPosition position) {
        state.progress().posted(new TopicPartition(position.topic(), position.partition()), position.offset() + 1);
    }

    private boolean pause(long millis) {
        try {
            return rest.untilStopped(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

package dev.triad.ledger.log;

import dev.triad.events.BrokerAccess;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.problem.Problems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads many records back from the log at once, for several who ask at the same time. */
@ApplicationScoped
public class LogScans {
    /** How many consumers of a kind are kept for the next who ask; one is made where none is left. */
    private static final int IDLE_MAX = 4;

    /** Up to so many records are a few; they lie apart, and little is read around each. */
    private static final int FEW = 1_024;

    private static final int FEW_FETCH_BYTES = 32 << 10;
    private static final int MANY_FETCH_BYTES = 256 << 10;

    private final BrokerAccess broker;
    private final BlockingQueue<LogScan> few = new ArrayBlockingQueue<>(IDLE_MAX);
    private final BlockingQueue<LogScan> many = new ArrayBlockingQueue<>(IDLE_MAX);

    LogScans(BrokerAccess broker) {
        this.broker = broker;
    }

    /** The records at some positions; those that the log does not hold any more are not among them. */
    public Map<RecordPosition, ConsumerRecord<byte[], byte[]>> read(Collection<RecordPosition> positions) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        return positions.size() <= FEW
                ? read(positions, few, FEW_FETCH_BYTES)
                : read(positions, many, MANY_FETCH_BYTES);
    }

    private Map<RecordPosition, ConsumerRecord<byte[], byte[]>> read(
            Collection<RecordPosition> positions, BlockingQueue<LogScan> idle, int fetchBytes) {
        LogScan kept = idle.poll();
        LogScan scan = kept == null ? new LogScan(broker, fetchBytes) : kept;
        boolean reusable = false;
        try {
            Map<RecordPosition, ConsumerRecord<byte[], byte[]>> found = scan.read(positions);
            reusable = idle.offer(scan);
            return found;
        } catch (KafkaException e) {
            throw Problems.LOG_UNREADABLE.because("The events are in Kafka, which gives none now; try again shortly.");
        } finally {
            if (!reusable) {
                scan.close();
            }
        }
    }

    @PreDestroy
    void close() {
        few.forEach(LogScan::close);
        many.forEach(LogScan::close);
    }
}

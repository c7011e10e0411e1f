package dev.triad.ledger.log;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads many records back from the log at once, for several who ask at the same time. */
@ApplicationScoped
public class LogScans {
    /** How many consumers are kept for the next who ask; one is made where none is left. */
    private static final int IDLE_MAX = 4;

    private final String servers;
    private final BlockingQueue<LogScan> idle = new ArrayBlockingQueue<>(IDLE_MAX);

    LogScans(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** The records at some positions; those that the log does not hold any more are not among them. */
    public Map<RecordPosition, ConsumerRecord<byte[], byte[]>> read(Collection<RecordPosition> positions) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        LogScan kept = idle.poll();
        LogScan scan = kept == null ? new LogScan(servers) : kept;
        try {
            Map<RecordPosition, ConsumerRecord<byte[], byte[]>> found = scan.read(positions);
            if (idle.offer(scan)) {
                scan = null;
            }
            return found;
        } catch (KafkaException e) {
            throw Problems.LOG_UNREADABLE.because("The events are in Kafka, which gives none now; try again shortly.");
        } finally {
            if (scan != null) {
                scan.close();
            }
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(LogScan::close);
    }
}

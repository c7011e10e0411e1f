package dev.triad.ledger.log;

import dev.triad.events.BrokerAccess;
import dev.triad.ledger.posting.RecordPosition;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads one record at a time from the log, where events are kept; the books only say where. */
@ApplicationScoped
public class LogReader {
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final BrokerAccess broker;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    LogReader(BrokerAccess broker) {
        this.broker = broker;
    }

    /** The record at a position, or none when the log does not hold it any more. */
    public Optional<ConsumerRecord<byte[], byte[]>> read(RecordPosition position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        // A consumer is not thread-safe; the lock, unlike a monitor, also suits virtual threads.
        lock.lock();
        try {
            KafkaConsumer<byte[], byte[]> reader = open();
            reader.assign(List.of(partition));
            reader.seek(partition, position.offset());
            long deadline = System.nanoTime() + WAIT_MAX.toNanos();
            while (System.nanoTime() - deadline < 0) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    return record.offset() == position.offset() ? Optional.of(record) : Optional.empty();
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void close() {
        lock.lock();
        try {
            if (consumer != null) {
                consumer.close();
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    broker.with(Map.of(
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            1,
                            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                            65_536,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "none")),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }
        return consumer;
    }
}

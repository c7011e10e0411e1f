package dev.triad.ledger.audit;

import dev.triad.events.BrokerAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log in Kafka. */
public final class KafkaLog implements LogSource {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENT_LONGEST = Duration.ofSeconds(30);
    private static final int RECORDS_A_POLL = 5_000;
    private static final int BYTES_A_FETCH = 4 * 1024 * 1024;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<PartitionInfo>> topics;

    /** @param servers {@code host:port}, more of them after commas; they ask nobody who they are */
    public KafkaLog(String servers) {
        this(BrokerAccess.open(servers));
    }

    /** @param broker where the log is, and how one comes in */
    public KafkaLog(BrokerAccess broker) {
        consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "triad-verify",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_A_POLL,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        BYTES_A_FETCH,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        topics = consumer.listTopics(SILENT_LONGEST);
    }

    @Override
    public long end(TopicPartition partition) {
        return exists(partition) ? consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) : 0;
    }

    @Override
    public void read(TopicPartition partition, long until, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long end = Math.min(until, end(partition));
        if (end == 0) {
            return;
        }
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long heard = System.nanoTime();
        while (consumer.position(partition) < end) {
            var polled = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
            heard = polled.isEmpty() ? heard : System.nanoTime();
            if (System.nanoTime() - heard > SILENT_LONGEST.toNanos()) {
                throw new IllegalStateException("%s gave no record for %d s at offset %d of %d"
                        .formatted(partition, SILENT_LONGEST.toSeconds(), consumer.position(partition), end));
            }
        }
    }

    private boolean exists(TopicPartition partition) {
        return topics.getOrDefault(partition.topic(), List.of()).stream()
                .anyMatch(known -> known.partition() == partition.partition());
    }

    @Override
    public void close() {
        consumer.close();
    }
}

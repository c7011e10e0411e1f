package dev.triad.ledger.log;

import dev.triad.ledger.posting.RecordPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads many records back from the log: partition by partition in the order of their offsets, and over what lies between
 * two of them when that is little. For one thread.
 */
final class LogScan implements AutoCloseable {
    /** Records that lie further apart are looked up each by itself; what lies between closer ones is read along. */
    private static final long APART = 2_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    LogScan(String servers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        524_288,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * The records at some positions; those that the log does not hold any more are not among them.
     *
     * @throws TimeoutException when the log does not answer
     */
    Map<RecordPosition, ConsumerRecord<byte[], byte[]>> read(Collection<RecordPosition> positions) {
        Map<TopicPartition, TreeSet<Long>> wanted = new HashMap<>();
        positions.forEach(position -> wanted.computeIfAbsent(
                        new TopicPartition(position.topic(), position.partition()), _ -> new TreeSet<>())
                .add(position.offset()));
        Map<RecordPosition, ConsumerRecord<byte[], byte[]>> found = HashMap.newHashMap(positions.size());
        consumer.assign(wanted.keySet());
        wanted.forEach((partition, offsets) -> consumer.seek(partition, offsets.first()));
        long heard = System.nanoTime();
        while (!wanted.isEmpty()) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > WAIT_MAX.toNanos()) {
                throw new TimeoutException("no records came for " + WAIT_MAX.toSeconds() + " s");
            } else {
                giveUpBeyond(consumer.endOffsets(wanted.keySet()), wanted);
            }
            for (TopicPartition partition : List.copyOf(records.partitions())) {
                take(partition, records.records(partition), wanted, found);
            }
        }
        return found;
    }

    /** What would lie at the end of a partition or beyond it, the log does not hold. */
    private static void giveUpBeyond(Map<TopicPartition, Long> ends, Map<TopicPartition, TreeSet<Long>> wanted) {
        ends.forEach((partition, end) -> {
            TreeSet<Long> offsets = wanted.getOrDefault(partition, new TreeSet<>());
            offsets.tailSet(end, true).clear();
            if (offsets.isEmpty()) {
                wanted.remove(partition);
            }
        });
    }

    private void take(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, TreeSet<Long>> wanted,
            Map<RecordPosition, ConsumerRecord<byte[], byte[]>> found) {
        TreeSet<Long> offsets = wanted.get(partition);
        if (offsets == null) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (offsets.contains(record.offset())) {
                found.put(new RecordPosition(record.topic(), record.partition(), record.offset()), record);
            }
        }
        // What lies before where the log is by now was found, or is not there any more.
        long reached = records.getLast().offset();
        offsets.headSet(reached, true).clear();
        if (offsets.isEmpty()) {
            wanted.remove(partition);
            consumer.assign(new ArrayList<>(wanted.keySet()));
        } else if (offsets.first() - reached > APART) {
            consumer.seek(partition, offsets.first());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

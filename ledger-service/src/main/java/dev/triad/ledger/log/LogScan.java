package dev.triad.ledger.log;

import dev.triad.events.BrokerAccess;
import dev.triad.ledger.posting.RecordPosition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads many records back from the log: partition by partition in the order of their offsets, and over what lies between
 * two of them when that is little. Whoever reads on finds the log where it was left: what Kafka sent beyond what was wanted is
 * kept, a portion for each partition. For one thread at a time.
 */
final class LogScan implements AutoCloseable {
    /** Records that lie further apart are looked up each by itself; what lies between closer ones is read along. */
    private static final long APART = 1_000;

    private static final int POLL_RECORDS_MAX = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, NavigableMap<Long, ConsumerRecord<byte[], byte[]>>> kept = new HashMap<>();
    private Map<TopicPartition, TreeSet<Long>> wanted = new HashMap<>();
    private Map<RecordPosition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();

    /** @param fetchBytes how much is read of a partition at once */
    LogScan(BrokerAccess broker, int fetchBytes) {
        consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        POLL_RECORDS_MAX,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        fetchBytes,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * The records at some positions; those that the log does not hold any more are not among them.
     *
     * @throws TimeoutException when the log does not answer
     */
    Map<RecordPosition, ConsumerRecord<byte[], byte[]>> read(Collection<RecordPosition> positions) {
        begin(positions);
        long heard = System.nanoTime();
        while (!wanted.isEmpty()) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > WAIT_MAX.toNanos()) {
                throw new TimeoutException("no records came for " + WAIT_MAX.toSeconds() + " s");
            } else {
                giveUpBeyond(consumer.endOffsets(wanted.keySet()));
            }
            records.partitions().forEach(partition -> take(partition, records.records(partition)));
        }
        return found;
    }

    /** Finds what was kept, and goes to where the rest begins. */
    private void begin(Collection<RecordPosition> positions) {
        found = HashMap.newHashMap(positions.size());
        wanted = new HashMap<>();
        for (RecordPosition position : positions) {
            TopicPartition partition = new TopicPartition(position.topic(), position.partition());
            ConsumerRecord<byte[], byte[]> record = kept(partition).get(position.offset());
            if (record == null) {
                wanted.computeIfAbsent(partition, _ -> new TreeSet<>()).add(position.offset());
            } else {
                found.put(position, record);
            }
        }
        Set<TopicPartition> assigned = new HashSet<>(consumer.assignment());
        if (assigned.addAll(wanted.keySet())) {
            consumer.assign(assigned);
        }
        consumer.pause(assigned);
        consumer.resume(wanted.keySet());
        wanted.forEach(this::goTo);
    }

    private void goTo(TopicPartition partition, TreeSet<Long> offsets) {
        NavigableMap<Long, ConsumerRecord<byte[], byte[]>> portion = kept(partition);
        long first = offsets.first();
        if (portion.isEmpty() || first <= portion.lastKey() || first - portion.lastKey() > APART) {
            consumer.seek(partition, first);
        }
    }

    private NavigableMap<Long, ConsumerRecord<byte[], byte[]>> kept(TopicPartition partition) {
        return kept.getOrDefault(partition, new TreeMap<>());
    }

    /** What would lie at the end of a partition or beyond it, the log does not hold. */
    private void giveUpBeyond(Map<TopicPartition, Long> ends) {
        ends.forEach((partition, end) -> {
            TreeSet<Long> offsets = wanted.getOrDefault(partition, new TreeSet<>());
            offsets.tailSet(end, true).clear();
            if (offsets.isEmpty()) {
                wanted.remove(partition);
            }
        });
    }

    private void take(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        NavigableMap<Long, ConsumerRecord<byte[], byte[]>> portion = new TreeMap<>();
        records.forEach(record -> portion.put(record.offset(), record));
        kept.put(partition, portion);
        TreeSet<Long> offsets = wanted.get(partition);
        if (offsets == null) {
            return;
        }
        // What lies before where the log is by now was found, or is not there any more.
        var reached = offsets.headSet(portion.lastKey(), true);
        for (long offset : reached) {
            ConsumerRecord<byte[], byte[]> record = portion.get(offset);
            if (record != null) {
                found.put(new RecordPosition(record.topic(), record.partition(), offset), record);
            }
        }
        reached.clear();
        if (offsets.isEmpty()) {
            wanted.remove(partition);
            consumer.pause(Set.of(partition));
        } else if (offsets.first() - portion.lastKey() > APART) {
            consumer.seek(partition, offsets.first());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

package dev.triad.ledger.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A log in memory, read from another one, of which it may leave records out or change them. */
final class MemoryLog implements LogSource {
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    static MemoryLog copy(LogSource log, List<TopicPartition> partitions) {
        MemoryLog copy = new MemoryLog();
        for (TopicPartition partition : partitions) {
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            log.read(partition, Long.MAX_VALUE, all::add);
            copy.records.put(partition, all);
            copy.ends.put(partition, log.end(partition));
        }
        return copy;
    }

    MemoryLog without(Predicate<ConsumerRecord<byte[], byte[]>> lost) {
        MemoryLog copy = new MemoryLog();
        copy.ends.putAll(ends);
        records.forEach((partition, all) ->
                copy.records.put(partition, all.stream().filter(lost.negate()).toList()));
        return copy;
    }

    MemoryLog with(UnaryOperator<ConsumerRecord<byte[], byte[]>> change) {
        MemoryLog copy = new MemoryLog();
        copy.ends.putAll(ends);
        records.forEach((partition, all) ->
                copy.records.put(partition, all.stream().map(change).toList()));
        return copy;
    }

    @Override
    public long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public void read(TopicPartition partition, long until, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        records.getOrDefault(partition, List.of()).stream()
                .filter(record -> record.offset() < until)
                .forEach(reader);
    }

    @Override
    public void close() {}
}

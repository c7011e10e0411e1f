package dev.triad.ledger.audit;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The log, as an audit reads it: one partition after the other, each from its beginning. */
public interface LogSource extends AutoCloseable {
    /** The offset after the last record that a partition holds; 0 when there is no such partition. */
    long end(TopicPartition partition);

    /** Hands over the records of a partition below an offset, in their order. */
    void read(TopicPartition partition, long until, Consumer<ConsumerRecord<byte[], byte[]>> reader);

    @Override
    void close();
}

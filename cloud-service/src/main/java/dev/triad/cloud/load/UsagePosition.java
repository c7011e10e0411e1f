package dev.triad.cloud.load;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sets the usage consumer to the offsets of the checkpoint: they and the load belong together. The desk is
 * looked up late, as it sends events and the channels are not connected when listeners are made.
 */
@Singleton
@Identifier(UsageChannel.USAGE)
public class UsagePosition implements KafkaConsumerRebalanceListener {
    private final Provider<LoadDesk> desk;

    UsagePosition(Provider<LoadDesk> desk) {
        this.desk = desk;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, desk.get().position(partition.partition()));
        }
    }
}

package dev.triad.simulation.startup;

import dev.triad.simulation.recovery.Checkpoints;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service rebuilds before it is ready; every bean of this type is fed. */
public interface LogListener {
    /** Takes what an earlier run kept; comes before the first record, and again when recovery is repeated. */
    default void restore(Checkpoints saved) {}

    /** The topics that it wants to read again. */
    Set<String> topics();

    /** One record of them; what does not concern the listener it passes over, also when malformed. */
    void replay(ConsumerRecord<byte[], byte[]> record);
}

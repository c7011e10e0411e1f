package dev.triad.simulation.startup;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service rebuilds from the log before it is ready; every bean of this type is fed. */
public interface LogListener {
    /** The topics that it wants to read again. */
    Set<String> topics();

    /** One record of them; what does not concern the listener it passes over, also when malformed. */
    void replay(ConsumerRecord<byte[], byte[]> record);
}

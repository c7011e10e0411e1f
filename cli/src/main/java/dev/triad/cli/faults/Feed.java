package dev.triad.cli.faults;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings a workload into the log. It stops before its end until the fault has struck, so that the fault meets a
 * running drain, trickles on while the fault lasts, and then brings in the rest.
 */
interface Feed extends AutoCloseable {
    void start() throws IOException;

    /** How many records of it there are, duplicates of the workload's own included. */
    long records();

    /** The fault is about to strike. */
    void struck();

    /** The fault's cause is gone. */
    void over();

    /**
     * Waits until all of it is in the log.
     *
     * @throws IOException when it could not be brought in
     */
    Fed await() throws IOException, InterruptedException;

    /** Where the log ends, as far as it has been acknowledged to this feed; a partition may be missing. */
    Map<TopicPartition, Long> ends();

    @Override
    void close();
}

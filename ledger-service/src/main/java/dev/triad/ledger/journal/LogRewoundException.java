package dev.triad.ledger.journal;

import org.apache.kafka.common.TopicPartition;

/**
 * The books are behind what they have already been handed: the database was restored, or replaced, while
 * the ledger ran. Going on would leave a gap; a restart reads the log from where the books now stand.
 */
public final class LogRewoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogRewoundException(TopicPartition partition, long stored, long seen) {
        super("the books stand at offset " + stored + " of " + partition + " but had been at " + seen
                + "; the database went back in time, restart the ledger");
    }
}

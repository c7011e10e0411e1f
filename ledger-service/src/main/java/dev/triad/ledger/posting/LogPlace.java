package dev.triad.ledger.posting;

/**
 * A record's position as one number: the topic's in the highest byte, the partition in the next two, the
 * offset in the other five. Numbers of one partition are in the order of its records.
 */
public final class LogPlace {
    private static final int TOPIC_SHIFT = 56;
    private static final int PARTITION_SHIFT = 40;
    private static final int PARTITION_MAX = (1 << TOPIC_SHIFT - PARTITION_SHIFT) - 1;
    private static final long OFFSET_MAX = (1L << PARTITION_SHIFT) - 1;

    private LogPlace() {}

    public static long of(RecordPosition position) {
        if (position.partition() > PARTITION_MAX || position.offset() > OFFSET_MAX) {
            throw new IllegalArgumentException(position + " is beyond what the books can name");
        }
        return (long) LogTopics.number(position.topic()) << TOPIC_SHIFT
                | (long) position.partition() << PARTITION_SHIFT
                | position.offset();
    }

    public static RecordPosition position(long place) {
        return new RecordPosition(
                LogTopics.name((int) (place >>> TOPIC_SHIFT)),
                (int) (place >>> PARTITION_SHIFT) & PARTITION_MAX,
                place & OFFSET_MAX);
    }
}

package dev.triad.ledger.posting;

import dev.triad.events.Topics;
import java.util.List;

/** The numbers under which topics are stored. They are never reused: append only. */
public final class LogTopics {
    private static final List<String> NUMBERED =
            List.of(Topics.SALES, Topics.USAGE, Topics.COSTS, Topics.REFERENCE, Topics.REQUESTS);

    private LogTopics() {}

    /** Whether the ledger reads a topic. */
    public static boolean isRead(String topic) {
        return NUMBERED.contains(topic);
    }

    public static int number(String topic) {
        int number = NUMBERED.indexOf(topic);
        if (number < 0) {
            throw new IllegalArgumentException("the ledger does not read " + topic);
        }
        return number;
    }

    public static String name(int number) {
        return NUMBERED.get(number);
    }
}

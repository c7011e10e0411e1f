package dev.triad.signature;

import dev.triad.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the log had come at one moment: of each partition, the offset of the next record. A place in the log is before
 * it or not, for everybody and for ever; the time on a record is what its producer says it is.
 *
 * @param next by topic, the offsets of its partitions from 0 on; a partition that is not named had nothing yet
 */
public record LogCut(Map<String, List<Long>> next) {
    /** The topics whose records are signed. */
    static final List<String> TOPICS =
            Stream.concat(Topics.EVENTS.stream(), Stream.of(Topics.SIMULATION)).toList();

    private static final String PREFIX = "triad.";

    public LogCut {
        Map<String, List<Long>> copy = new HashMap<>();
        next.forEach((topic, offsets) -> copy.put(topic, List.copyOf(offsets)));
        next = Map.copyOf(copy);
        for (Map.Entry<String, List<Long>> topic : next.entrySet()) {
            if (!TOPICS.contains(topic.getKey())) {
                throw new IllegalArgumentException(
                        "the log has no topic " + topic.getKey() + "; it has " + String.join(", ", TOPICS));
            }
            if (topic.getValue().stream().anyMatch(offset -> offset < 0)) {
                throw new IllegalArgumentException("offsets of " + topic.getKey() + " must not be negative");
            }
        }
    }

    /** Of topics by their short names, such as {@code sales}. */
    public static LogCut ofShortNames(Map<String, List<Long>> next) {
        Map<String, List<Long>> topics = new HashMap<>();
        next.forEach((name, offsets) -> topics.put(PREFIX + name, offsets));
        return new LogCut(topics);
    }

    /** As it is written in settings: of each topic, by its short name, {@code prefix.sales=7,0,12}. */
    public List<String> lines(String prefix) {
        return TOPICS.stream()
                .filter(next::containsKey)
                .map(topic -> prefix
                        + '.'
                        + topic.substring(PREFIX.length())
                        + '='
                        + next.getOrDefault(topic, List.of()).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")))
                .toList();
    }

    /** Whether it comes after a record. */
    public boolean isAfter(String topic, int partition, long offset) {
        List<Long> offsets = next.get(topic);
        return offsets != null && partition < offsets.size() && offset < offsets.get(partition);
    }
}

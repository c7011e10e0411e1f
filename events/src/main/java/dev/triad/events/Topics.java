package dev.triad.events;

import java.util.List;
import java.util.Map;

/** The Kafka topics: the system of record, kept without limit by default. */
public final class Topics {
    public static final String SALES = "triad.sales";
    public static final String USAGE = "triad.usage";
    public static final String COSTS = "triad.costs";
    public static final String REFERENCE = "triad.reference";
    public static final String REQUESTS = "triad.requests";

    /** Every topic that carries events, in the order in which a reader best takes them up. */
    public static final List<String> EVENTS = List.of(REFERENCE, COSTS, SALES, USAGE, REQUESTS);

    /** Where the simulated units keep how far they came: compacted, one key a unit. */
    public static final String SIMULATION = "triad.simulation";

    /** Partitions of each event topic. */
    public static final int PARTITIONS = 6;

    /** Topic settings of each event topic: nothing is ever deleted. */
    public static final Map<String, String> EVENT_SETTINGS =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");

    /** Topic settings of {@link #SIMULATION}: small segments, so that compaction keeps it short to read. */
    public static final Map<String, String> SIMULATION_SETTINGS = Map.of(
            "cleanup.policy", "compact",
            "segment.bytes", Integer.toString(8 * 1024 * 1024),
            "min.cleanable.dirty.ratio", "0.1");

    private Topics() {}
}

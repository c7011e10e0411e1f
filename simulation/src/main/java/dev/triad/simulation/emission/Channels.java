package dev.triad.simulation.emission;

/** The channels that every unit service has, as they are named in the configuration. */
public final class Channels {
    /** Simulated and derived events: they wait for Kafka as long as it takes. */
    public static final String EVENTS = "events";

    /** Events of commands: a caller waits, so they give up soon. */
    public static final String COMMANDS = "commands";

    /** How far the units came. */
    public static final String CHECKPOINTS = "checkpoints";

    private Channels() {}
}

package dev.triad.simulation.api;

/** What the fields of commands look like. */
public final class Patterns {
    /** A name, see {@link dev.triad.events.Names}. */
    public static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

    /** The greatest quantity of a command. */
    public static final String QUANTITY_MAX = "1000000000000";

    private Patterns() {}
}

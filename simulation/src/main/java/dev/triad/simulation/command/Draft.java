package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;

/** What a command comes to, and what is held back for it until Kafka has its event. */
public interface Draft {
    /**
     * The event of the command; called once for each key.
     *
     * @throws dev.triad.problem.ProblemException when the command cannot be accepted; nothing is kept then
     */
    CloudEvent event(Stamp stamp);

    /** The event goes out again, after an attempt that Kafka did not acknowledge. */
    default void resumed(CloudEvent event) {}

    /** Kafka did not acknowledge the event: what was held back for it is let go. */
    default void withdrawn(CloudEvent event) {}

    /** Kafka has the event. */
    default void accepted(CloudEvent event) {}
}

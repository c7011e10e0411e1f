package dev.triad.simulation.runner;

import dev.triad.events.CloudEvent;

/** What a service's read models have to say to simulated events. */
public interface UnitObserver {
    /** An observer that admits everything and notes nothing. */
    UnitObserver NONE = new UnitObserver() {};

    /** Whether a simulated event may go out, such as a return of what a command has not returned yet. */
    default boolean admits(CloudEvent event) {
        return true;
    }

    /** Kafka has acknowledged an event. */
    default void recorded(CloudEvent event) {}
}
